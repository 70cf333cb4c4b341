package io.switchboard.sandbox;

import io.switchboard.chat.message.Upload;
import io.switchboard.db.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The files that stand under the bot's messages. */
final class SandboxFiles {
  /** What the largest of the platforms' bounds that the panes are like would be; Discord's. */
  static final long MOST_BYTES = 10L << 20;

  private static final int NAME = 300;

  private final Database database;

  SandboxFiles(Database database) {
    this.database = database;
  }

  /** What is told of a file before it is fetched. */
  record About(Upload.Kind kind, String name, String description) {}

  /** Keeps the file of a message; one that it has already stays. */
  void keep(long message, Upload file) {
    database.useTransaction(
        h -> {
          if (of(h, List.of(message)).isEmpty()) {
            insert(h, message, file);
          }
        });
  }

  private static void insert(Handle h, long message, Upload file) {
    String name = file.name();
    h.createUpdate(
            "insert into sandbox_file (message_id, kind, name, type, description, content) values"
                + " (:message, :kind, :name, :type, :description, :content)")
        .bind("message", message)
        .bind("kind", file.kind().name())
        .bind("name", name.substring(0, Math.min(NAME, name.length())))
        .bind("type", file.type())
        .bind("description", file.description())
        .bind("content", file.content())
        .execute();
  }

  /** The files of these messages, by their numbers. */
  Map<Long, About> of(Collection<Long> messages) {
    return messages.isEmpty() ? Map.of() : database.read(h -> of(h, messages));
  }

  private static Map<Long, About> of(Handle h, Collection<Long> messages) {
    return h
        .createQuery(
            "select message_id, kind, name, description from sandbox_file where message_id"
                + " in (<messages>)")
        .bindList("messages", messages)
        .map(
            (rs, context) ->
                Map.entry(
                    rs.getLong("message_id"),
                    new About(
                        Upload.Kind.valueOf(rs.getString("kind")),
                        rs.getString("name"),
                        rs.getString("description"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The whole file of a message. */
  Optional<Upload> whole(long message) {
    return database.read(
        h ->
            h.createQuery("select * from sandbox_file where message_id = :message")
                .bind("message", message)
                .map(
                    (rs, context) ->
                        new Upload(
                            Upload.Kind.valueOf(rs.getString("kind")),
                            rs.getString("name"),
                            rs.getString("type"),
                            rs.getBytes("content"),
                            rs.getString("description")))
                .findOne());
  }

  /** The file goes with its message. */
  void drop(long message) {
    database.useTransaction(
        h ->
            h.createUpdate("delete from sandbox_file where message_id = :message")
                .bind("message", message)
                .execute());
  }
}
