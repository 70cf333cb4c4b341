package io.switchboard.sandbox;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The sandbox's messages, their likes and the threads on disk. */
final class SandboxTable {
  /** The most messages of a place that are shown. */
  private static final int SHOWN = 300;

  private final Database database;

  SandboxTable(Database database) {
    this.database = database;
  }

  /**
   * Adds a message, unless one with this key is there.
   *
   * @param key the same for every try of the same message
   * @return it, or the one that was there
   */
  SandboxMessage add(
      PlaceId place, SandboxMessage.Content content, SandboxMessage.Context context, String key) {
    Optional<SandboxMessage> before = byKey(key);
    if (before.isPresent()) {
      return before.get();
    }
    try {
      long id = database.inTransaction(h -> insert(h, place, content, context, key));
      return new SandboxMessage(id, place, content, context, 1);
    } catch (UnableToExecuteStatementException e) {
      return byKey(key).orElseThrow(() -> e);
    }
  }

  private static long insert(
      Handle h,
      PlaceId place,
      SandboxMessage.Content content,
      SandboxMessage.Context context,
      String key) {
    MessageId repliesTo = context.repliesTo();
    PersonId onlyFor = context.onlyFor();
    return h.createUpdate(
            "insert into sandbox_message (place, sender, title, body_text, body_html, buttons,"
                + " only_for, reply_to, sent_at, version, once_key, received) values (:place,"
                + " :sender, :title, :text, :html, :buttons, :only, :reply, :at, 1, :key,"
                + " :received)")
        .bind("place", place.value())
        .bind("sender", context.sender())
        .bind("title", storable(content.title()))
        .bind("text", storable(content.text()))
        .bind("html", storable(content.html()))
        .bind("buttons", MessageJson.buttons(content.buttons()))
        .bind("only", onlyFor == null ? null : onlyFor.value())
        .bind(
            "reply",
            repliesTo == null ? null : SandboxMessage.number(repliesTo.value()).orElse(null))
        .bind("at", context.at())
        .bind("key", key)
        .bind("received", context.sender().equals(SandboxMessage.BOT))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Replaces what a message of the bot shows; empty if it is gone. */
  Optional<SandboxMessage> edit(long id, SandboxMessage.Content content) {
    return database.inTransaction(
        h -> {
          h.createUpdate(
                  "update sandbox_message set title = :title, body_text = :text, body_html = :html,"
                      + " buttons = :buttons, version = version + 1 where id = :id and sender ="
                      + " :bot")
              .bind("title", storable(content.title()))
              .bind("id", id)
              .bind("bot", SandboxMessage.BOT)
              .bind("text", storable(content.text()))
              .bind("html", storable(content.html()))
              .bind("buttons", MessageJson.buttons(content.buttons()))
              .execute();
          return find(h, id).filter(SandboxMessage::byBot);
        });
  }

  /** Takes a message away; false if it was not there. */
  boolean delete(long id) {
    return database.inTransaction(
            h ->
                h.createUpdate("delete from sandbox_message where id = :id")
                    .bind("id", id)
                    .execute())
        > 0;
  }

  /**
   * Somebody likes a message, or no longer does. Saying it twice is saying it once.
   *
   * @return the message with its next version; empty if it is gone
   */
  Optional<SandboxMessage> like(long id, PersonId person, boolean liked) {
    return database.inTransaction(
        h -> {
          int changed =
              h.createUpdate("update sandbox_message set version = version + 1 where id = :id")
                  .bind("id", id)
                  .execute();
          h.createUpdate("delete from sandbox_like where message_id = :id and person = :person")
              .bind("id", id)
              .bind("person", person.value())
              .execute();
          if (liked && changed > 0) {
            h.createUpdate("insert into sandbox_like (message_id, person) values (:id, :person)")
                .bind("id", id)
                .bind("person", person.value())
                .execute();
          }
          return find(h, id);
        });
  }

  /** Who likes these messages, by their numbers. */
  Map<Long, List<String>> likes(Collection<Long> messages) {
    return messages.isEmpty()
        ? Map.of()
        : database.read(
            h ->
                h
                    .createQuery(
                        "select message_id, person from sandbox_like where message_id in"
                            + " (<messages>) order by person")
                    .bindList("messages", messages)
                    .map((rs, context) -> Map.entry(rs.getLong(1), rs.getString(2)))
                    .list()
                    .stream()
                    .collect(
                        Collectors.groupingBy(
                            Map.Entry::getKey,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  Optional<SandboxMessage> find(long id) {
    return database.read(h -> find(h, id));
  }

  private static Optional<SandboxMessage> find(Handle h, long id) {
    return h.createQuery("select * from sandbox_message where id = :id")
        .bind("id", id)
        .map((rs, context) -> message(rs))
        .findOne();
  }

  private Optional<SandboxMessage> byKey(String key) {
    return database.read(
        h ->
            h.createQuery("select * from sandbox_message where once_key = :key")
                .bind("key", key)
                .map((rs, context) -> message(rs))
                .findOne());
  }

  /** The last messages of a place, oldest first. */
  List<SandboxMessage> in(PlaceId place) {
    return database
        .read(
            h ->
                h.createQuery(
                        "select * from sandbox_message where place = :place order by id desc limit"
                            + " :shown")
                    .bind("place", place.value())
                    .bind("shown", SHOWN)
                    .map((rs, context) -> message(rs))
                    .list())
        .reversed();
  }

  /** What people wrote and the inbox has not taken, oldest first, with its key. */
  Map<String, SandboxMessage> notReceived() {
    return database.read(
        h ->
            h
                .createQuery("select * from sandbox_message where received = false order by id")
                .map((rs, context) -> Map.entry(rs.getString("once_key"), message(rs)))
                .list()
                .stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
  }

  void received(long id) {
    database.useTransaction(
        h ->
            h.createUpdate("update sandbox_message set received = true where id = :id")
                .bind("id", id)
                .execute());
  }

  /** Opens a thread under a message, or finds the one there; gives its title. */
  String openThread(long message, String title) {
    try {
      database.useTransaction(
          h ->
              h.createUpdate("insert into sandbox_thread (message_id, title) values (:id, :title)")
                  .bind("id", message)
                  .bind("title", title)
                  .execute());
      return title;
    } catch (UnableToExecuteStatementException e) {
      return Optional.ofNullable(threads().get(message)).orElseThrow(() -> e);
    }
  }

  /** All threads' titles by the message they stand under. */
  Map<Long, String> threads() {
    return database.read(
        h ->
            h
                .createQuery("select message_id, title from sandbox_thread order by message_id")
                .map((rs, context) -> Map.entry(rs.getLong(1), rs.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** PostgreSQL takes neither NUL nor half a surrogate pair; both can come from a stream. */
  private static String storable(String text) {
    byte[] whole = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    return new String(whole, StandardCharsets.UTF_8);
  }

  private static SandboxMessage message(ResultSet rs) throws SQLException {
    String onlyFor = rs.getString("only_for");
    long reply = rs.getLong("reply_to");
    @Nullable MessageId repliesTo = rs.wasNull() ? null : new MessageId("sandbox:" + reply);
    return new SandboxMessage(
        rs.getLong("id"),
        new PlaceId(rs.getString("place")),
        new SandboxMessage.Content(
            rs.getString("title"),
            rs.getString("body_text"),
            rs.getString("body_html"),
            MessageJson.buttons(rs.getString("buttons"))),
        new SandboxMessage.Context(
            rs.getString("sender"),
            onlyFor == null ? null : new PersonId(onlyFor),
            repliesTo,
            Times.at(rs, "sent_at")),
        rs.getLong("version"));
  }
}
