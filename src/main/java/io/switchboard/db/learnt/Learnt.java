package io.switchboard.db.learnt;

import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small things that were learnt, each under a name; one that cannot be kept is learnt again. */
public final class Learnt {
  private static final Logger log = LoggerFactory.getLogger(Learnt.class);

  private final Database database;
  private final InstantSource time;

  public Learnt(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /** Something, and when it was learnt. */
  public record Fact(String said, Instant at) {}

  /** What is known of it. */
  public Optional<Fact> of(String name) {
    return database.read(
        h ->
            h.createQuery("select said, at from learnt where name = :name")
                .bind("name", name)
                .map((row, context) -> new Fact(row.getString("said"), Times.at(row, "at")))
                .findOne());
  }

  /** Remembers it from now on, instead of what was known before. */
  public void keep(String name, String said) {
    try {
      database.useTransaction(
          h -> {
            h.createUpdate("delete from learnt where name = :name").bind("name", name).execute();
            h.createUpdate("insert into learnt (name, said, at) values (:name, :said, :at)")
                .bind("name", name)
                .bind("said", said)
                .bind("at", time.instant())
                .execute();
          });
    } catch (RuntimeException e) {
      log.warn("{} has to be learnt again after a restart", name, e);
    }
  }
}
