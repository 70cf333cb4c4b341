package io.switchboard.share.make;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import io.switchboard.share.Prepared;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.Visibility;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.kept.ChangeTable;
import io.switchboard.share.kept.DraftTable;
import io.switchboard.share.kept.FrozenText;
import io.switchboard.share.kept.RevisionTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.link.LinkToken;
import io.switchboard.share.read.Copies;
import io.switchboard.share.secrets.Covering;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Freezes what is selected for its owner to look at, and does with it what they wish. Nothing of it
 * goes out. All wishes stand in the draft's row.
 */
public final class MakeShares {
  /** How long a preview can be looked at after it was last changed. */
  public static final Duration PREVIEW = Duration.ofHours(1);

  private final OwnRows rows;
  private final InstantSource time;
  private final LinkKey key;
  private final FreezeTurns freezing;
  private final FindSecrets secrets;

  MakeShares(
      OwnRows rows, InstantSource time, LinkKey key, FreezeTurns freezing, FindSecrets secrets) {
    this.rows = rows;
    this.time = time;
    this.key = key;
    this.freezing = freezing;
    this.secrets = secrets;
  }

  /** Freezes what is selected. Nothing of it goes out yet. */
  public Prepared prepare(MemberId owner, Selection selection) {
    return prepare(owner, selection, Optional.empty());
  }

  /**
   * Freezes what is selected. Nothing of it goes out yet.
   *
   * @param anchor the answer at which its owner began
   */
  public Prepared prepare(MemberId owner, Selection selection, Optional<TurnId> anchor) {
    return prepare(owner, selection, anchor.map(TurnId::value), null);
  }

  /**
   * Freezes anew what a live share of this member was made of, as it is now. Once published it is
   * the share's next revision.
   */
  public Prepared update(ShareId live, MemberId owner) {
    return rows.own(
            live,
            owner,
            (h, row) -> row.live(time.instant()) ? DraftTable.wish(h, row.id()) : NO_WISH)
        .flatMap(wish -> wish)
        .flatMap(w -> Selection.read(w.selection(), new ConversationId(w.conversation())))
        .map(selection -> prepare(owner, selection, Optional.empty(), live))
        .orElseGet(Prepared.Nothing::new);
  }

  private static final Optional<DraftTable.Wish> NO_WISH = Optional.empty();

  private Prepared prepare(
      MemberId owner, Selection selection, Optional<Long> anchor, @Nullable ShareId updates) {
    Optional<ConversationId> conversation = freezing.conversation(owner, selection);
    FrozenText text = freezing.freeze(owner, selection, now());
    if (conversation.isEmpty() || text.parts().isEmpty()) {
      return new Prepared.Nothing();
    }
    DraftTable.Draft draft =
        new DraftTable.Draft(
            owner.value(),
            conversation.get().value(),
            selection.write(),
            anchor.orElse(selection instanceof Selection.One(TurnId one) ? one.value() : null),
            freezing.title(owner, selection, text));
    long id =
        rows.database()
            .inTransaction(
                h -> {
                  long made = DraftTable.insert(h, draft, text);
                  preview(h, made, LinkToken.random());
                  if (updates != null) {
                    DraftTable.updates(h, made, updates.value());
                  }
                  return made;
                });
    return draft(new ShareId(id), owner);
  }

  private void preview(Handle h, long draft, LinkToken token) {
    Instant until = now().plus(PREVIEW);
    DraftTable.preview(h, draft, token.hash(), key.seal(token, draft), until);
  }

  /** A draft of this member as it stands. */
  public Prepared draft(ShareId share, MemberId owner) {
    return rows.database()
        .read(
            h ->
                ShareTable.find(h, share.value())
                    .filter(row -> row.owner() == owner.value() && isDraft(row))
                    .flatMap(row -> ready(h, row)))
        .orElseGet(Prepared.Nothing::new);
  }

  private Optional<Prepared> ready(Handle h, ShareRow row) {
    DraftTable.Wish wish = DraftTable.wish(h, row.id()).orElse(null);
    FrozenText text = RevisionTable.text(h, row.id(), 1).orElse(null);
    if (wish == null || text == null) {
      return Optional.empty();
    }
    ConversationId conversation = new ConversationId(wish.conversation());
    Covering covering = Covering.read(wish.covered());
    Long updates = wish.updates();
    Long anchor = wish.anchor();
    Visibility visibility = row.shown().visibility();
    return row.path(key)
        .map(
            path ->
                new Prepared.Ready(
                    new ShareId(row.id()),
                    secrets.title(row.shown().title(), text, covering),
                    text.parts().size(),
                    path,
                    secrets.in(text, visibility, covering),
                    new Prepared.Wishes(
                        Selection.read(wish.selection(), conversation)
                            .orElseGet(() -> new Selection.Whole(conversation)),
                        anchor == null ? null : new TurnId(anchor),
                        Expiry.read(wish.end()),
                        row.readers(),
                        updates == null ? null : new ShareId(updates))));
  }

  /** What the preview of a draft shows: what would go out now. */
  public Optional<SharedCopy> preview(ShareRow draft) {
    return rows.database()
        .read(
            h ->
                DraftTable.wish(h, draft.id())
                    .map(wish -> Covering.read(wish.covered()))
                    .flatMap(
                        covering ->
                            RevisionTable.text(h, draft.id(), 1)
                                .map(text -> preview(draft, text, covering))));
  }

  private SharedCopy preview(ShareRow draft, FrozenText text, Covering covering) {
    String title = secrets.title(draft.shown().title(), text, covering);
    return Copies.of(draft, title, secrets.covered(text, covering), SharedCopy.By.PREVIEW);
  }

  /** Puts another selection of the same conversation into a draft; its wishes stay. */
  public Prepared select(ShareId share, MemberId owner, Selection selection) {
    Optional<ConversationId> conversation = freezing.conversation(owner, selection);
    FrozenText text = freezing.freeze(owner, selection, now());
    if (conversation.isEmpty() || text.parts().isEmpty()) {
      return new Prepared.Nothing();
    }
    String automatic = freezing.title(owner, selection, text);
    boolean done =
        change(
            share,
            owner,
            (h, row) -> reselect(h, row, conversation.get(), selection, text, automatic));
    return done ? draft(share, owner) : new Prepared.Nothing();
  }

  private boolean reselect(
      Handle h,
      ShareRow row,
      ConversationId conversation,
      Selection selection,
      FrozenText text,
      String title) {
    DraftTable.Wish wish = DraftTable.wish(h, row.id()).orElseThrow();
    if (wish.conversation() != conversation.value()) {
      return false;
    }
    boolean given =
        RevisionTable.text(h, row.id(), 1)
            .map(before -> !automatic(row, wish, before))
            .orElse(false);
    RevisionTable.rewrite(h, row.id(), 1, text);
    DraftTable.select(h, row.id(), selection.write());
    if (!given) {
      ChangeTable.rename(h, row.id(), title);
    }
    return true;
  }

  private boolean automatic(ShareRow row, DraftTable.Wish wish, FrozenText text) {
    return wish.updates() == null
        && Selection.read(wish.selection(), new ConversationId(wish.conversation()))
            .map(s -> freezing.title(new MemberId(row.owner()), s, text))
            .filter(row.shown().title()::equals)
            .isPresent();
  }

  /** Says when the link shall end; false if it is no draft of this member. */
  public boolean endAt(ShareId share, MemberId owner, Expiry expiry) {
    return change(
        share,
        owner,
        (h, row) -> {
          DraftTable.wishEnd(h, row.id(), expiry.write());
          return true;
        });
  }

  /** Covers all that is found, or nothing; false if it is no draft of this member. */
  public boolean cover(ShareId share, MemberId owner, boolean all) {
    return change(
        share,
        owner,
        (h, row) -> {
          DraftTable.cover(h, row.id(), Covering.of(all).write());
          return true;
        });
  }

  /** Covers one find that is not, or lets it through; false if it is no draft of this member. */
  public boolean toggle(ShareId share, MemberId owner, String fingerprint) {
    return change(
        share,
        owner,
        (h, row) -> {
          String covered = DraftTable.wish(h, row.id()).orElseThrow().covered();
          DraftTable.cover(h, row.id(), Covering.read(covered).toggle(fingerprint).write());
          return true;
        });
  }

  /** Throws a prepared share away; false if it is no draft of this member. */
  public boolean discard(ShareId share, MemberId owner) {
    return rows.change(
        share,
        owner,
        MakeShares::isDraft,
        (h, row) -> {
          DraftTable.delete(h, row.id());
          return true;
        });
  }

  /** Whoever changes a draft wants to look at it again. */
  private boolean change(ShareId share, MemberId owner, OwnRows.Step<Boolean> step) {
    return rows.change(
        share,
        owner,
        MakeShares::isDraft,
        (h, row) -> {
          row.path(key).flatMap(LinkToken::in).ifPresent(token -> preview(h, row.id(), token));
          return step.on(h, row);
        });
  }

  private static boolean isDraft(ShareRow row) {
    return row.state() == ShareRow.State.DRAFT;
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
