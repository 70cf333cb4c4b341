package io.switchboard.share.make;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Shares that are live from an answer's first word: their page fills while it grows, and is frozen
 * when it is whole. They are links as any other, but do not count where links are counted, since
 * nobody asked for them.
 */
public final class GrowShares {
  private final OwnRows rows;
  private final InstantSource time;
  private final LinkKey key;
  private final ShareSettings settings;
  private final FreezeTurns freezing;

  GrowShares(
      OwnRows rows, InstantSource time, LinkKey key, ShareSettings settings, FreezeTurns freezing) {
    this.rows = rows;
    this.time = time;
    this.key = key;
    this.settings = settings;
    this.freezing = freezing;
  }

  /**
   * The link of an answer.
   *
   * @param path of its page, beginning with a slash
   * @param endsAt null if it never ends
   * @param instead whether the chat shows the link in the place of the text
   */
  public record Page(
      ShareId share, String title, String path, @Nullable Instant endsAt, boolean instead) {}

  /**
   * Opens a page for an answer that begins; the same again for another attempt at it.
   *
   * @param expiry of the link; the usual one if the admin does not allow that much any more
   * @return empty if the turn is not the owner's, or the page was ended already
   */
  public Optional<Page> begin(MemberId owner, Turn turn, boolean instead, Expiry expiry) {
    Selection one = new Selection.One(turn.id());
    return freezing
        .conversation(owner, one)
        .flatMap(
            in -> rows.database().inTransaction(h -> begin(h, owner, turn, in, instead, expiry)));
  }

  private Optional<Page> begin(
      Handle h,
      MemberId owner,
      Turn turn,
      ConversationId conversation,
      boolean instead,
      Expiry expiry) {
    if (AnswerPageTable.of(h, turn.id().value()).isPresent()) {
      return page(h, turn.id());
    }
    Instant now = now();
    FrozenText text = freezing.question(owner, turn, now);
    long share =
        DraftTable.insert(
            h,
            new DraftTable.Draft(
                owner.value(),
                conversation.value(),
                new Selection.One(turn.id()).write(),
                turn.id().value(),
                text.title()),
            text);
    LinkToken token = LinkToken.random();
    Expiry wished = settings.allow(expiry, now) ? expiry : new Expiry.Default();
    DraftTable.publish(
        h,
        share,
        new DraftTable.Publication(
            token.hash(), key.seal(token, share), now, settings.end(wished, now)));
    AnswerPageTable.add(h, turn.id().value(), share, instead);
    return page(h, turn.id());
  }

  /** The page of an answer, whoever asked; empty if there is none, or it has ended. */
  public Optional<Page> of(TurnId turn) {
    return rows.database().read(h -> page(h, turn));
  }

  private Optional<Page> page(Handle h, TurnId turn) {
    return AnswerPageTable.of(h, turn.value())
        .flatMap(
            page ->
                ShareTable.find(h, page.share())
                    .filter(row -> row.live(now()))
                    .flatMap(row -> row.path(key).map(path -> page(row, path, page))));
  }

  private static Page page(ShareRow row, String path, AnswerPageTable.AnswerPage page) {
    return new Page(new ShareId(row.id()), row.shown().title(), path, row.endsAt(), page.instead());
  }

  /** There is so much of the answer. */
  public void write(TurnId turn, MemberId owner, String answer) {
    String shown = freezing.shown(owner, answer);
    rows.database().useTransaction(h -> AnswerPageTable.write(h, turn.value(), shown));
  }

  /**
   * The answer is whole, or all there will be of it: it is frozen. Without any text the page goes.
   *
   * @return empty if there is no page any more
   */
  public Optional<Page> finish(TurnId turn, MemberId owner) {
    FrozenText text = freezing.freeze(owner, new Selection.One(turn), now());
    return rows.database()
        .inTransaction(
            h -> {
              Optional<AnswerPageTable.AnswerPage> page = AnswerPageTable.of(h, turn.value());
              if (page.isPresent() && page.get().growing()) {
                long share = page.get().share();
                boolean held = ShareTable.lock(h, share).isPresent();
                if (held && text.parts().isEmpty()) {
                  DraftTable.delete(h, share);
                } else if (held) {
                  RevisionTable.rewrite(h, share, 1, text);
                  ChangeTable.rename(h, share, text.title());
                  AnswerPageTable.done(h, turn.value());
                }
              }
              return page(h, turn);
            });
  }

  /** Rows keep microseconds at best; what is returned before and after reading must be the same. */
  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
