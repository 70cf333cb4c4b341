package io.switchboard.share.own;

import io.switchboard.conversation.Titles;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.Visibility;
import io.switchboard.share.end.Reminders;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.kept.ChangeTable;
import io.switchboard.share.kept.FrozenText;
import io.switchboard.share.kept.PassTable;
import io.switchboard.share.kept.RevisionTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.make.OwnRows;
import io.switchboard.share.read.Passwords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What owners change of a draft or of a live share. Each change counts at once. */
public final class OwnShares {
  /** The most openings that can be asked for. */
  public static final int MOST_OPENS = 100_000;

  private final OwnRows rows;
  private final InstantSource time;
  private final ShareSettings settings;
  private final LinkKey key;
  private final Members members;
  private volatile Consumer<ShareId> changed = share -> {};

  public OwnShares(
      OwnRows rows, InstantSource time, ShareSettings settings, LinkKey key, Members members) {
    this.rows = rows;
    this.time = time;
    this.settings = settings;
    this.key = key;
    this.members = members;
  }

  /** Says who is told of every change; at wiring. They must not wait. */
  public void tellOfChanges(Consumer<ShareId> listener) {
    changed = listener;
  }

  /** Gives a live share another end, counted from now. */
  public Published extend(ShareId share, MemberId owner, Expiry expiry) {
    return rows.own(
            share,
            owner,
            (h, row) -> {
              if (!row.live(now())) {
                return new Published.NotFound();
              }
              if (expiry instanceof Expiry.At(Instant at) && !at.isAfter(now())) {
                return new Published.Past();
              }
              if (!settings.allow(expiry, now())) {
                return new Published.TooLong(settings.maxExpiry());
              }
              Instant end = settings.end(expiry, now());
              ChangeTable.endAt(h, row.id(), end);
              ChangeTable.remindAt(h, row.id(), Reminders.before(end, now()));
              String path = row.path(key).orElse("");
              return (Published) new Published.Live(share, row.shown().title(), path, end);
            })
        .orElseGet(Published.NotFound::new);
  }

  /**
   * Gives it another title, at most 200 characters, see {@link Titles#clean}; a blank one gives
   * back the automatic title. False if it is not this member's, or has ended.
   */
  public boolean rename(ShareId share, MemberId owner, String title) {
    return change(
        share,
        owner,
        (h, row) -> {
          String clean = Titles.clean(title);
          String given =
              clean.isEmpty()
                  ? RevisionTable.text(h, row.id(), row.shown().revision())
                      .map(FrozenText::title)
                      .orElse("…")
                  : clean;
          ChangeTable.rename(h, row.id(), given);
          return true;
        });
  }

  /** Names its owner on the page, as they are called now, or does not. */
  public boolean sign(ShareId share, MemberId owner, boolean named) {
    String name =
        named ? members.find(owner).map(Member::name).map(Titles::clean).orElse(null) : null;
    return change(
        share,
        owner,
        (h, row) -> {
          ChangeTable.sign(h, row.id(), name);
          return true;
        });
  }

  /** Says who reads it. Private addresses given out before lead nowhere any more. */
  public boolean show(ShareId share, MemberId owner, Visibility visibility) {
    return change(
        share,
        owner,
        (h, row) -> {
          ChangeTable.show(h, row.id(), visibility);
          PassTable.forget(h, row.id());
          return true;
        });
  }

  /**
   * Says how often it can be opened from now on.
   *
   * @param opens 1 to {@link #MOST_OPENS}; null for any number of times
   */
  public boolean opens(ShareId share, MemberId owner, @Nullable Integer opens) {
    if (opens != null && (opens < 1 || opens > MOST_OPENS)) {
      throw new IllegalArgumentException(opens + " openings");
    }
    return change(
        share,
        owner,
        (h, row) -> {
          ChangeTable.opens(h, row.id(), opens);
          PassTable.forget(h, row.id());
          return true;
        });
  }

  /**
   * Asks for a password from now on. Takes a moment.
   *
   * @param password empty for none
   */
  public boolean lock(ShareId share, MemberId owner, Optional<String> password) {
    String kept = password.map(Passwords::keep).orElse(null);
    return change(
        share,
        owner,
        (h, row) -> {
          ChangeTable.lockWith(h, row.id(), kept);
          PassTable.forget(h, row.id());
          return true;
        });
  }

  private boolean change(ShareId share, MemberId owner, OwnRows.Step<Boolean> step) {
    boolean done =
        rows.change(
            share, owner, row -> row.state() == ShareRow.State.DRAFT || row.live(now()), step);
    if (done) {
      changed.accept(share);
    }
    return done;
  }

  /** Rows keep microseconds at best; what is returned before and after reading must be the same. */
  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
