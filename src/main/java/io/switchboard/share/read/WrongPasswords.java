package io.switchboard.share.read;

import io.switchboard.db.Database;
import io.switchboard.share.kept.TryTable;
import io.switchboard.share.kept.TryTable.Tries;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Keeps passwords from being guessed, over all processes and restarts: so many wrong ones a share
 * in a time from one network or member, who shuts out nobody else with them; and so many from all
 * together that a crowd of networks comes no further than some tens of thousands a day.
 */
final class WrongPasswords {
  static final int MOST = 10;
  static final int MOST_OF_ALL = 500;

  private final Database database;
  private final InstantSource time;

  WrongPasswords(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * Counts a try before it is looked at, so that many at once are no way around.
   *
   * @return its number, for {@link #right}; empty if no more may be tried now
   */
  OptionalLong tried(long share, String from) {
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    String who = digest(share, from);
    long number = database.inTransaction(h -> TryTable.add(h, share, who, now));
    // Each sees all that were written before it was: of those that come together the last sees all.
    Tries tries = database.read(h -> TryTable.now(h, share, who, now));
    if (tries.theirs() > MOST || tries.all() > MOST_OF_ALL) {
      right(number);
      return OptionalLong.empty();
    }
    return OptionalLong.of(number);
  }

  /** It was right after all, or was not looked at. */
  void right(long number) {
    database.useTransaction(h -> TryTable.remove(h, number));
  }

  private static String digest(long share, String from) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((share + " " + from).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
