package io.switchboard.db.shared;

import io.switchboard.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who of several processes does a thing that only one may do at a time. A holder that dies loses it
 * when its time runs out. Time is the database's, so that the clocks of the processes may differ.
 */
public final class Leases {
  private final Database database;
  private final String holder;

  public Leases(Database database) {
    this.database = database;
    this.holder = UUID.randomUUID().toString();
  }

  /** The name under which this process holds leases. */
  public String holder() {
    return holder;
  }

  /**
   * Takes the lease, or prolongs it if it is ours; false while another holds it.
   *
   * @param name at most 100 characters
   * @param duration whole seconds, at least 1
   */
  public boolean hold(String name, Duration duration) {
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
                      "update lease set holder = :holder, until_at = current_timestamp"
                          + " + cast(:seconds as integer) * interval '1' second"
                          + " where name = :name"
                          + " and (holder = :holder or until_at <= current_timestamp)")
                  .bind("holder", holder)
                  .bind("seconds", Math.toIntExact(duration.toSeconds()))
                  .bind("name", name)
                  .execute()
              == 1;
        });
  }

  /** The names of those that are ours now. */
  public List<String> held() {
    return database.read(
        h ->
            h.createQuery(
                    "select name from lease where holder = :holder and until_at >"
                        + " current_timestamp order by name")
                .bind("holder", holder)
                .mapTo(String.class)
                .list());
  }

  /** Nobody holds any: for the only process that can, when it starts. */
  public void nobodyHolds() {
    database.useTransaction(h -> h.execute("delete from lease"));
  }

  /** Whether another process holds it now. */
  public boolean another(String name) {
    return database.read(
        h ->
            h.createQuery(
                        "select count(*) from lease where name = :name and holder <> :holder"
                            + " and until_at > current_timestamp")
                    .bind("name", name)
                    .bind("holder", holder)
                    .mapTo(Integer.class)
                    .one()
                > 0);
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
