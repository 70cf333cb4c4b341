package io.switchboard.db;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Who of several processes does a thing that only one may do at a time. A holder that dies loses it
 * when its time runs out.
 */
public final class Leases {
  private final Database database;
  private final InstantSource time;
  private final String holder;

  public Leases(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
    this.holder = UUID.randomUUID().toString();
  }

  /** The name under which this process holds leases. */
  public String holder() {
    return holder;
  }

  /** Takes the lease, or prolongs it if it is ours; false while another holds it. */
  public boolean hold(String name, Duration duration) {
    Instant now = time.instant();
    return database.inTransaction(
        h -> {
          h.createUpdate(
                  "merge into lease l using (select cast(:name as varchar(100)) as name) n on"
                      + " l.name = n.name when not matched then insert (name, holder, until_at)"
                      + " values (n.name, '', :past)")
              .bind("name", name)
              .bind("past", Instant.EPOCH)
              .execute();
          return h.createUpdate(
                      "update lease set holder = :holder, until_at = :until where name = :name and"
                          + " (holder = :holder or until_at <= :now)")
                  .bind("holder", holder)
                  .bind("until", now.plus(duration))
                  .bind("name", name)
                  .bind("now", now)
                  .execute()
              == 1;
        });
  }

  /** Gives it up, if it is ours. */
  public void release(String name) {
    database.useTransaction(
        h ->
            h.createUpdate(
                    "update lease set until_at = :past where name = :name and holder = :holder")
                .bind("past", Instant.EPOCH)
                .bind("name", name)
                .bind("holder", holder)
                .execute());
  }
}
