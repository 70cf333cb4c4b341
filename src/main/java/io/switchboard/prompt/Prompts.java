package io.switchboard.prompt;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Remembers what was asked of whom. Safe for use by many threads and processes. */
public final class Prompts {
  /** How long a reply counts. */
  public static final Duration GOOD_FOR = Duration.ofHours(1);

  /** The longest wish that is kept, in characters. */
  public static final int LONGEST = 500;

  /** So long a late reply is still known to be one. */
  private static final Duration KEPT = Duration.ofDays(2);

  /** Longer than a message takes from being sent to being known by its number. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private static final String LEFT = "left";

  private final Database database;
  private final InstantSource time;

  public Prompts(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  private record Row(long id, String person, String wish, Instant askedAt, Optional<String> by) {}

  /**
   * Somebody is about to be asked.
   *
   * @param wish what is to be done with their reply, at most {@link #LONGEST} characters
   * @return for {@link #shownBy}
   */
  public long begin(PersonId person, PlaceId place, String wish) {
    return database.inTransaction(
        h -> {
          h.createUpdate("delete from prompt where asked_at < :old")
              .bind("old", time.instant().minus(KEPT))
              .execute();
          return h.createUpdate(
                  "insert into prompt (person, place, wish, asked_at) values (:person, :place,"
                      + " :wish, :now)")
              .bind("person", person.value())
              .bind("place", place.value())
              .bind("wish", wish)
              .bind("now", time.instant())
              .executeAndReturnGeneratedKeys("id")
              .mapTo(Long.class)
              .one();
        });
  }

  /** That message asks. */
  public void shownBy(long prompt, MessageId message) {
    database.useTransaction(
        h ->
            h.createUpdate("update prompt set message = :message where id = :id")
                .bind("message", message.value())
                .bind("id", prompt)
                .execute());
  }

  /**
   * What a reply is; empty if nothing was asked by that message. It counts from now on as given.
   *
   * @param event by which it came: delivered again, it is the same reply
   */
  public Optional<Answered> answered(
      PersonId person, PlaceId place, MessageId repliesTo, String event) {
    return database.inTransaction(
        h ->
            find(h, person, place, repliesTo)
                .map(
                    row ->
                        !row.person.equals(person.value())
                            ? new Answered.ForAnother()
                            : take(h, row, event)));
  }

  private Answered take(Handle h, Row row, String event) {
    boolean late = row.askedAt.plus(GOOD_FOR).isBefore(time.instant());
    boolean first = row.by.isEmpty() && !late && mark(h, row.id, event);
    return first || row.by.filter(event::equals).isPresent()
        ? new Answered.Asked(row.wish)
        : new Answered.Over();
  }

  private static boolean mark(Handle h, long id, String event) {
    return h.createUpdate(
                "update prompt set answered_by = :event where id = :id and answered_by is null")
            .bind("event", event)
            .bind("id", id)
            .execute()
        == 1;
  }

  private Optional<Row> find(Handle h, PersonId person, PlaceId place, MessageId repliesTo) {
    return h.createQuery(
            "select id, person, wish, asked_at, answered_by from prompt where message = :message"
                + " or (message is null and person = :person and place = :place and asked_at >"
                + " :lately) order by case when message is null then 1 else 0 end, id desc fetch"
                + " first 1 rows only")
        .bind("message", repliesTo.value())
        .bind("person", person.value())
        .bind("place", place.value())
        .bind("lately", time.instant().minus(UNDER_WAY))
        .map(
            (rs, c) ->
                new Row(
                    rs.getLong("id"),
                    rs.getString("person"),
                    rs.getString("wish"),
                    rs.getTimestamp("asked_at").toInstant(),
                    Optional.ofNullable(rs.getString("answered_by"))))
        .findOne();
  }

  /** Nothing is asked of them there any more; whether anything was. */
  public boolean leave(PersonId person, PlaceId place) {
    return database.inTransaction(
            h ->
                h.createUpdate(
                        "update prompt set answered_by = :left where person = :person and place ="
                            + " :place and answered_by is null and asked_at >= :since")
                    .bind("left", LEFT)
                    .bind("person", person.value())
                    .bind("place", place.value())
                    .bind("since", time.instant().minus(GOOD_FOR))
                    .execute())
        > 0;
  }
}
