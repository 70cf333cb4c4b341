package io.switchboard.alert;

import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** When each platform was heard last, by any process. */
final class Heard {
  private final Database database;

  Heard(Database database) {
    this.database = database;
  }

  Optional<Instant> last(String platform) {
    return database.read(
        h ->
            h.createQuery("select at from platform_heard where platform = :platform")
                .bind("platform", platform)
                .map((row, c) -> Times.at(row, "at"))
                .findOne());
  }

  void now(String platform, Instant now) {
    database.useTransaction(h -> now(h, platform, now));
  }

  /** Two at once for the first time: one of them gets an exception, and looks again in a minute. */
  private static void now(Handle h, String platform, Instant now) {
    int known =
        h.createUpdate("update platform_heard set at = :now where platform = :platform")
            .bind("now", now)
            .bind("platform", platform)
            .execute();
    if (known == 0) {
      h.createUpdate("insert into platform_heard (platform, at) values (:platform, :now)")
          .bind("platform", platform)
          .bind("now", now)
          .execute();
    }
  }
}
