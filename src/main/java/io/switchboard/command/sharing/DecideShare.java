package io.switchboard.command.sharing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.RecentKeys;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.command.wish.ShareWish;
import io.switchboard.community.Community;
import io.switchboard.community.Posted;
import io.switchboard.markup.Document;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an owner decides about a preview, and about a link that is out. */
public final class DecideShare {
  private final Sharing sharing;
  private final Links links;
  private final Community community;
  private final RecentKeys published = new RecentKeys(1000);

  public DecideShare(Sharing sharing, Links links, Community community) {
    this.sharing = sharing;
    this.links = links;
    this.community = community;
  }

  /** The link goes out, in a message that everybody there sees and that is edited at its end. */
  public List<Effect> publish(Visit visit, ShareId share, String expiry, MessageId preview) {
    boolean before = sharing.summary(share, visit.id()).isPresent();
    return switch (sharing.publish(share, visit.id(), ShareWish.expiryOf(expiry))) {
      case Published.NotFound notFound -> notYours(visit);
      case Published.TooLong(var allowed) ->
          List.of(Effect.tell(visit.words().say("share.too-long", allowed)));
      case Published.Live live -> before ? again(visit, live) : out(visit, live, preview);
    };
  }

  /** The link goes out unless it is out already, and the share is posted for everybody. */
  public List<Effect> post(Visit visit, ShareId share, String expiry, MessageId message) {
    if (!community.enabled()) {
      return List.of(Effect.tell(visit.words().say("share.post.off")));
    }
    List<Effect> effects =
        sharing.summary(share, visit.id()).isPresent()
            ? new ArrayList<>()
            : new ArrayList<>(publish(visit, share, expiry, message));
    if (sharing.summary(share, visit.id()).isPresent()) {
      effects.add(new Effect.Later(() -> List.of(posted(visit, share))));
    }
    return effects;
  }

  private Effect posted(Visit visit, ShareId share) {
    Words words = visit.words();
    Button withdraw =
        new ShareAction.Withdraw(share.value()).button(words.label("share.button.withdraw"));
    return switch (community.post(share, visit.id())) {
      case Posted.Shown(int channels, List<String> failed) ->
          Effect.tell(
              words.say("share.posted", channels, failed.size()), List.of(List.of(withdraw)));
      case Posted.Failed ignored -> Effect.tell(words.say("share.post.failed"));
      case Posted.SwitchedOff ignored -> Effect.tell(words.say("share.post.off"));
      case Posted.NotFound ignored -> Effect.tell(words.say("desk.not-yours"));
    };
  }

  /** The posts go, the link stays. */
  public List<Effect> withdraw(Visit visit, ShareId share) {
    return community.withdraw(share, visit.id())
        ? List.of(Effect.tell(visit.words().say("share.withdrawn")))
        : notYours(visit);
  }

  /** Pressed twice: one message with the link is enough, unless that was long ago. */
  private List<Effect> again(Visit visit, Published.Live live) {
    return published.has(live.id().toString())
        ? List.of()
        : List.of(
            Effect.tell(visit.words().say("share.live", live.title(), links.to(live.path()))));
  }

  private List<Effect> out(Visit visit, Published.Live live, MessageId preview) {
    published.add(live.id().toString());
    Words words = visit.words();
    Instant endsAt = live.endsAt();
    Document text =
        Words.all(
            words.say("share.live", live.title(), links.to(live.path())),
            endsAt == null
                ? words.say("share.live.forever")
                : words.say("share.live.until", endsAt));
    Button revoke =
        new ShareAction.Revoke(live.id().value()).button(words.label("share.button.revoke"));
    Effect.Say say =
        new Effect.Say(
            Reply.of(text).with(List.of(List.of(revoke))),
            message -> {
              sharing.carriedBy(live.id(), visit.placeId(), message);
              return List.of();
            });
    return List.of(Effect.change(preview, words.say("share.published", live.title())), say);
  }

  private static List<Effect> notYours(Visit visit) {
    return List.of(Effect.tell(visit.words().say("desk.not-yours")));
  }

  /** The draft goes. */
  public List<Effect> discard(Visit visit, ShareId share, MessageId preview) {
    if (!sharing.discard(share, visit.id())) {
      return notYours(visit);
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
