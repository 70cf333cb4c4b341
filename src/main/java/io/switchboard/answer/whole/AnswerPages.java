package io.switchboard.answer.whole;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.make.GrowShares;
import io.switchboard.share.way.Ways;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pages that show one answer. */
public final class AnswerPages {
  private final Sharing sharing;
  private final Ways ways;
  private final Supplier<String> publicUrl;

  /**
   * @param publicUrl where pages are reached from outside; asked each time, since a free port is
   *     known only once the server runs
   */
  public AnswerPages(Sharing sharing, Ways ways, Supplier<String> publicUrl) {
    this.sharing = sharing;
    this.ways = ways;
    this.publicUrl = publicUrl;
  }

  /**
   * A page.
   *
   * @param endsAt null if it never ends
   * @param instead whether the chat shows its link in the place of the text
   */
  public record Page(
      ShareId share, String title, String url, @Nullable Instant endsAt, boolean instead) {}

  /** How answers are given in a place. */
  public Ways.Given in(Place place) {
    return ways.in(place);
  }

  /** Opens a page for an answer that begins; the same one for another attempt at it. */
  public Optional<Page> begin(Turn turn, MemberId owner, boolean instead, Ways.Given given) {
    return sharing.grow(owner, turn, instead, given.expiry()).map(this::page);
  }

  /** There is so much of the answer, in Markdown. */
  public void write(TurnId turn, MemberId owner, String soFar) {
    sharing.growing().write(turn, owner, soFar);
  }

  /** The answer is as it will stay: so is its page. Empty if it has none, or none any more. */
  public Optional<Page> finish(TurnId turn, MemberId owner) {
    return sharing.growing().finish(turn, owner).map(this::page);
  }

  /** A page for an answer that is whole, beside the chat. */
  public Optional<Page> of(Turn turn, MemberId owner, Ways.Given given) {
    return begin(turn, owner, false, given).flatMap(page -> finish(turn.id(), owner));
  }

  private Page page(GrowShares.Page page) {
    String base = publicUrl.get().replaceFirst("/+$", "");
    return new Page(page.share(), page.title(), base + page.path(), page.endsAt(), page.instead());
  }

  /** This message tells of the page. */
  void carriedBy(Page page, PlaceId place, MessageId message) {
    sharing.carriedBy(page.share(), place, message);
  }

  /** This message tells of the page, and of no other. */
  public void carriedOnlyBy(Page page, PlaceId place, MessageId message) {
    sharing.carriedOnlyBy(page.share(), place, message);
  }

  /** Whether a message tells of the page already. */
  public boolean isCarried(Page page) {
    return sharing.isCarried(page.share());
  }
}
