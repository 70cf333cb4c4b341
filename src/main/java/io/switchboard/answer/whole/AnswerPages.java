package io.switchboard.answer.whole;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import io.switchboard.share.Prepared;
import io.switchboard.share.Published;
import io.switchboard.share.Selection;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pages that show one answer. */
public final class AnswerPages {
  private final Sharing sharing;
  private final Supplier<String> publicUrl;

  /**
   * @param publicUrl where pages are reached from outside; asked each time, since a free port is
   *     known only once the server runs
   */
  public AnswerPages(Sharing sharing, Supplier<String> publicUrl) {
    this.sharing = sharing;
    this.publicUrl = publicUrl;
  }

  /**
   * A page.
   *
   * @param endsAt null if it never ends
   */
  public record Page(ShareId share, String url, @Nullable Instant endsAt) {}

  /** A page with the answer and its question, for as long as links live by default. */
  Optional<Page> of(TurnId turn, MemberId owner) {
    if (sharing.making().prepare(owner, new Selection.One(turn)) instanceof Prepared.Ready ready
        && sharing.publish(ready.id(), owner) instanceof Published.Live live) {
      String base = publicUrl.get().replaceFirst("/+$", "");
      return Optional.of(new Page(live.id(), base + live.path(), live.endsAt()));
    }
    return Optional.empty();
  }

  /** This message tells of the page. */
  void carriedBy(Page page, PlaceId place, MessageId message) {
    sharing.carriedBy(page.share(), place, message);
  }
}
