package io.switchboard.command.sharing;

import io.switchboard.chat.Action;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.RecentKeys;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.Sharing;
import java.time.Instant;
import java.util.List;

/** What an owner decides about a preview, and about a link that is out. */
public final class DecideShare {
  private final Sharing sharing;
  private final Links links;
  private final RecentKeys published = new RecentKeys(1000);

  public DecideShare(Sharing sharing, Links links) {
    this.sharing = sharing;
    this.links = links;
  }

  /** The link goes out, in a message that everybody there sees and that is edited at its end. */
  public List<Effect> publish(Visit visit, ShareId share, String expiry, MessageId preview) {
    return switch (sharing.publish(share, visit.id(), ShareWish.expiryOf(expiry))) {
      case Published.NotFound notFound -> List.of(Effect.tell(visit.words().say("desk.not-yours")));
      case Published.TooLong(var allowed) ->
          List.of(Effect.tell(visit.words().say("share.too-long", allowed)));
      case Published.Live live -> out(visit, live, preview);
    };
  }

  private List<Effect> out(Visit visit, Published.Live live, MessageId preview) {
    if (!published.add(live.id().toString())) {
      // Pressed twice: one message with the link is enough.
      return List.of();
    }
    Words words = visit.words();
    Instant endsAt = live.endsAt();
    Document text =
        Words.all(
            words.say("share.live", live.title(), links.to(live.path())),
            endsAt == null
                ? words.say("share.live.forever")
                : words.say("share.live.until", endsAt));
    Reply reply =
        Reply.of(text)
            .with(
                List.of(
                    List.of(
                        new Action.Revoke(live.id().value())
                            .button(words.label("share.button.revoke")))));
    Effect.Say say =
        new Effect.Say(
            reply,
            message -> {
              sharing.carriedBy(live.id(), visit.placeId(), message);
              return List.of();
            });
    return List.of(Effect.change(preview, words.say("share.published", live.title())), say);
  }

  /** The draft goes. */
  public List<Effect> discard(Visit visit, ShareId share, MessageId preview) {
    if (!sharing.discard(share, visit.id())) {
      return List.of(Effect.tell(visit.words().say("desk.not-yours")));
    }
    return List.of(Effect.change(preview, visit.words().say("share.discarded")));
  }

  /** The link ends now; the messages that carry it are edited by {@link TellCarriers}. */
  public List<Effect> revoke(Visit visit, ShareId share) {
    boolean revoked = sharing.revoke(share, visit.id());
    return List.of(Effect.tell(visit.words().say(revoked ? "share.revoked" : "desk.not-yours")));
  }

  /** All links end now. */
  public List<Effect> revokeAll(Visit visit) {
    return List.of(
        Effect.tell(visit.words().say("share.revoked.all", sharing.revokeAll(visit.id()))));
  }
}
