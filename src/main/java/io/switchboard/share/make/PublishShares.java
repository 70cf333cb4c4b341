package io.switchboard.share.make;

import io.switchboard.member.MemberId;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.end.Reminders;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.kept.AnswerPageTable;
import io.switchboard.share.kept.ChangeTable;
import io.switchboard.share.kept.DraftTable;
import io.switchboard.share.kept.FrozenText;
import io.switchboard.share.kept.RevisionTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.link.LinkToken;
import io.switchboard.share.secrets.Covering;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Lets a prepared share out: with a link of its own, or as the next revision of a live one. */
public final class PublishShares {
  private final OwnRows rows;
  private final InstantSource time;
  private final LinkKey key;
  private final ShareSettings settings;
  private final FindSecrets secrets;

  PublishShares(
      OwnRows rows, InstantSource time, LinkKey key, ShareSettings settings, FindSecrets secrets) {
    this.rows = rows;
    this.time = time;
    this.key = key;
    this.settings = settings;
    this.secrets = secrets;
  }

  /**
   * Gives a prepared share its link. Publishing it again gives the same link.
   *
   * @param most as many live shares as its owner may have; empty for any number
   */
  public Published publish(ShareId share, MemberId owner, OptionalInt most) {
    return rows.own(share, owner, (h, row) -> publish(h, row, most))
        .orElseGet(Published.NotFound::new);
  }

  private Published publish(Handle h, ShareRow row, OptionalInt most) {
    if (row.live(now())) {
      return live(row);
    }
    Optional<DraftTable.Wish> wish = DraftTable.wish(h, row.id());
    Optional<FrozenText> text = RevisionTable.text(h, row.id(), 1);
    if (row.state() != ShareRow.State.DRAFT || wish.isEmpty() || text.isEmpty()) {
      return new Published.NotFound();
    }
    return wish.get().updates() == null
        ? begin(h, row, wish.get(), text.get(), most)
        : revise(h, row, wish.get(), text.get());
  }

  private Published begin(
      Handle h, ShareRow row, DraftTable.Wish wish, FrozenText text, OptionalInt most) {
    Expiry expiry = Expiry.read(wish.end());
    if (expiry instanceof Expiry.At(Instant at) && !at.isAfter(now())) {
      return new Published.Past();
    }
    if (!settings.allow(expiry, now())) {
      return new Published.TooLong(settings.maxExpiry());
    }
    ShareTable.lockOwner(h, row.owner());
    if (most.isPresent() && asked(h, row.owner()) >= most.getAsInt()) {
      return new Published.TooMany(most.getAsInt());
    }
    Covering covering = Covering.read(wish.covered());
    String title = secrets.title(row.shown().title(), text, covering);
    ChangeTable.rename(h, row.id(), title);
    RevisionTable.rewrite(
        h, row.id(), 1, secrets.outgoing(text, row.shown().visibility(), covering));
    LinkToken token = LinkToken.random();
    Instant end = settings.end(expiry, now());
    String sealed = key.seal(token, row.id());
    DraftTable.publish(h, row.id(), new DraftTable.Publication(token.hash(), sealed, now(), end));
    ChangeTable.remindAt(h, row.id(), Reminders.before(end, now()));
    return new Published.Live(new ShareId(row.id()), title, token.path(), end);
  }

  /** How many live links a member has that they asked for. */
  private int asked(Handle h, long owner) {
    return ShareTable.live(h, owner, now()).size() - AnswerPageTable.live(h, owner, now());
  }

  private Published revise(Handle h, ShareRow draft, DraftTable.Wish wish, FrozenText text) {
    Optional<ShareRow> found =
        Optional.ofNullable(wish.updates())
            .flatMap(id -> ShareTable.lock(h, id))
            .filter(row -> row.owner() == draft.owner() && row.live(now()));
    if (found.isEmpty()) {
      return new Published.NotFound();
    }
    ShareRow live = found.get();
    Covering covering = Covering.read(wish.covered());
    int revision = live.shown().revision() + 1;
    String title = secrets.title(draft.shown().title(), text, covering);
    FrozenText outgoing = secrets.outgoing(text, draft.shown().visibility(), covering);
    RevisionTable.add(h, live.id(), revision, outgoing);
    RevisionTable.forgetBefore(h, live.id(), revision - 1);
    DraftTable.revise(h, live, draft, wish);
    ChangeTable.rename(h, live.id(), title);
    DraftTable.delete(h, draft.id());
    return new Published.Revised(
        new Published.Live(new ShareId(live.id()), title, path(live), live.endsAt()), revision);
  }

  private Published.Live live(ShareRow row) {
    return new Published.Live(new ShareId(row.id()), row.shown().title(), path(row), row.endsAt());
  }

  /**
   * Where its page is.
   *
   * @throws IllegalStateException if the key for links is not the one it was sealed with
   */
  private String path(ShareRow row) {
    return row.path(key)
        .orElseThrow(
            () -> new IllegalStateException("the key for links does not open share " + row.id()));
  }

  /** Rows keep microseconds at best; what is returned before and after reading must be the same. */
  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
