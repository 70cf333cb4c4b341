package io.switchboard.share.read;

import io.switchboard.db.Database;
import io.switchboard.share.kept.ChangeTable;
import io.switchboard.share.kept.PassTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import io.switchboard.share.kept.ViewCounts;
import io.switchboard.share.link.LinkToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Lets readers through the gates of links, who then read at a private address of short life: no
 * cookie is needed, and looking at the page again uses up nothing. After the last opening the share
 * ends as soon as that address does.
 */
public final class Gates {
  /** How long the private address works that is given at a gate. */
  public static final Duration READING = Duration.ofMinutes(10);

  private final Database database;
  private final WrongPasswords wrong;
  private final ViewCounts views;
  private final BiConsumer<Long, Instant> ending;

  /**
   * @param ending is told when a share will end that was opened for the last time
   */
  public Gates(
      Database database, InstantSource time, ViewCounts views, BiConsumer<Long, Instant> ending) {
    this.database = database;
    this.wrong = new WrongPasswords(database, time);
    this.views = views;
    this.ending = ending;
  }

  Entered pass(ShareRow row, Typed typed, Instant now) {
    String kept = row.gate().password();
    if (kept != null) {
      OptionalLong tried = wrong.tried(row.id(), typed.from());
      if (tried.isEmpty()) {
        return new Entered.TooMany();
      }
      if (!Passwords.matches(typed.password(), kept)) {
        return new Entered.Wrong();
      }
      wrong.right(tried.getAsLong());
    }
    LinkToken token = LinkToken.random();
    Passed passed = database.inTransaction(h -> pass(h, row, token, now));
    if (!passed.through()) {
      return new Entered.Nothing();
    }
    if (passed.last()) {
      ending.accept(row.id(), now.plus(READING));
    }
    views.count(row.id(), now);
    return new Entered.In(token.path());
  }

  private record Passed(boolean through, boolean last) {}

  /** Only if nothing was changed since the password was looked at. */
  private static Passed pass(Handle h, ShareRow before, LinkToken token, Instant now) {
    ShareRow row = ShareTable.lock(h, before.id()).filter(r -> r.live(now)).orElse(null);
    if (row == null
        || row.shown().visibility() != before.shown().visibility()
        || !Objects.equals(row.gate().password(), before.gate().password())) {
      return new Passed(false, false);
    }
    Instant until = now.plus(READING);
    Integer left = row.gate().opensLeft();
    if (left != null && !ChangeTable.useOpening(h, row.id())) {
      return new Passed(false, false);
    }
    boolean last = left != null && left == 1;
    Instant end = row.endsAt();
    if (last && (end == null || until.isBefore(end))) {
      ChangeTable.endAt(h, row.id(), until);
    }
    PassTable.add(h, token.hash(), row.id(), 0, until);
    return new Passed(true, last && (end == null || until.isBefore(end)));
  }
}
