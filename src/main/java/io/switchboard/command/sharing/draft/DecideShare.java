package io.switchboard.command.sharing.draft;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.RecentKeys;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.share.Prepared;
import io.switchboard.share.Published;
import io.switchboard.share.Readers;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.Visibility;
import io.switchboard.share.door.Sharing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an owner decides about a preview: it goes out, or it goes away. */
public final class DecideShare {
  private final Sharing sharing;
  private final Links links;
  private final SharesAllowed allowed;
  private final RecentKeys published = new RecentKeys(1000);

  public DecideShare(Sharing sharing, Links links, SharesAllowed allowed) {
    this.sharing = sharing;
    this.links = links;
    this.allowed = allowed;
  }

  /** The link goes out, in a message that everybody there sees and that is edited at its end. */
  public List<Effect> publish(Visit visit, ShareId share, MessageId preview) {
    Words words = visit.words();
    boolean before = sharing.looking().summary(share, visit.id()).isPresent();
    boolean begins =
        !before
            && sharing.making().draft(share, visit.id()) instanceof Prepared.Ready ready
            && ready.wishes().updates() == null;
    Optional<Document> refused = begins ? allowed.take(visit, share) : Optional.empty();
    if (refused.isPresent()) {
      return List.of(Effect.tell(refused.get()));
    }
    Published published = sharing.publish(share, visit.id(), allowed.most(visit));
    if (begins && !(published instanceof Published.Live)) {
      allowed.giveBack(share);
    }
    return switch (published) {
      case Published.NotFound notFound -> List.of(Effect.tell(words.say("desk.not-yours")));
      case Published.TooLong(var longest) ->
          List.of(Effect.tell(words.say("share.too-long", longest)));
      case Published.Past past -> List.of(Effect.tell(words.say("share.past")));
      case Published.TooMany(int most) -> List.of(Effect.tell(words.say("share.too-many", most)));
      case Published.Revised(Published.Live live, int revision) ->
          List.of(
              Effect.change(
                  preview,
                  words.say("share.revised", live.title(), links.to(live.path()), revision)));
      // Out and in no message: whoever let it out did not come to say so.
      case Published.Live live ->
          before && sharing.isCarried(live.id()) ? again(visit, live) : out(visit, live, preview);
    };
  }

  /** Pressed twice: one message with the link is enough, unless that was long ago. */
  private List<Effect> again(Visit visit, Published.Live live) {
    return published.has(live.id().toString())
        ? List.of()
        : List.of(
            Effect.tell(visit.words().say("share.live", live.title(), links.to(live.path()))));
  }

  private List<Effect> out(Visit visit, Published.Live live, MessageId preview) {
    // Of two presses at the very same time one is the first.
    if (!published.add(live.id().toString())) {
      return List.of();
    }
    Words words = visit.words();
    Optional<Readers> readers =
        sharing.looking().summary(live.id(), visit.id()).map(ShareSummary::readers);
    Reply reply =
        Reply.of(text(words, live, readers))
            .with(
                List.of(
                    List.<Button>of(
                        new ShareAction.Live(live.id().value(), "view")
                            .button(words.label("share.button.change")),
                        new ShareAction.Revoke(live.id().value())
                            .button(words.label("share.button.revoke")))));
    boolean mine = readers.filter(r -> r.visibility() == Visibility.PRIVATE).isPresent();
    Effect.Say say =
        new Effect.Say(
            mine ? reply.onlyForAsker() : reply,
            message -> {
              sharing.carriedBy(live.id(), visit.placeId(), message);
              // Of whoever was forgotten meanwhile no title stays behind.
              return sharing.isCarried(live.id())
                  ? List.of()
                  : List.of(new Effect.TakeAway(message));
            });
    // The preview keeps its buttons until the link is there: they bring it after a crash.
    return List.of(say, Effect.change(preview, words.say("share.published", live.title())));
  }

  private Document text(Words words, Published.Live live, Optional<Readers> readers) {
    Instant endsAt = live.endsAt();
    Document end =
        endsAt == null ? words.say("share.live.forever") : words.say("share.live.until", endsAt);
    Document often =
        readers
            .map(Readers::opens)
            .map(opens -> words.say("share.opens", opens))
            .orElseGet(() -> new Document(List.of()));
    return Words.all(
        words.say("share.live", live.title(), links.to(live.path())), Words.all(often, end));
  }

  /** The draft goes. */
  public List<Effect> discard(Visit visit, ShareId share, MessageId preview) {
    return sharing.making().discard(share, visit.id())
        ? List.of(Effect.change(preview, visit.words().say("share.discarded")))
        : List.of(Effect.tell(visit.words().say("desk.not-yours")));
  }
}
