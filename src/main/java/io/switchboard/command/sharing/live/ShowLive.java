package io.switchboard.command.sharing.live;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.sharing.said.ShareWords;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.Visibility;
import io.switchboard.share.door.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One live share, for its owner, with what can be changed of it. */
public final class ShowLive {
  private final Sharing sharing;
  private final Links links;

  public ShowLive(Sharing sharing, Links links) {
    this.sharing = sharing;
    this.links = links;
  }

  /** Says it anew. */
  List<Effect> say(Visit visit, ShareId share) {
    return List.of(
        reply(visit, share)
            .<Effect>map(reply -> new Effect.Say(reply, message -> List.of()))
            .orElseGet(() -> Effect.tell(visit.words().say("share.not-found"))));
  }

  /** In the place of what the message showed. */
  List<Effect> change(Visit visit, ShareId share, MessageId message) {
    return List.of(
        reply(visit, share)
            .<Effect>map(reply -> new Effect.Change(message, reply))
            .orElseGet(() -> Effect.tell(visit.words().say("desk.not-yours"))));
  }

  private Optional<Reply> reply(Visit visit, ShareId share) {
    return sharing
        .looking()
        .summary(share, visit.id())
        .map(
            summary ->
                Reply.of(text(visit.words(), summary))
                    .with(rows(visit.words(), summary))
                    .onlyForAsker());
  }

  private Document text(Words words, ShareSummary share) {
    String path = share.path();
    Instant endsAt = share.endsAt();
    Inline link = path == null ? new Inline.Text("…") : links.to(path);
    return Words.all(
        words.say("share.live", share.title(), link),
        ShareWords.readers(words, share.readers()),
        words.say("share.facts", share.views(), share.counts().revision()),
        endsAt == null ? words.say("share.live.forever") : words.say("share.live.until", endsAt),
        words.say("share.more", share.id()));
  }

  private List<List<Button>> rows(Words words, ShareSummary share) {
    long id = share.id().value();
    List<List<Button>> rows = new ArrayList<>();
    if (share.endsAt() != null) {
      rows.add(Extending.buttons(words, share.id()));
    }
    List<Button> seen = new ArrayList<>();
    for (Visibility visibility : Visibility.values()) {
      if (visibility != share.readers().visibility()) {
        seen.add(live(id, "who:" + visibility.name()).button(ShareWords.button(words, visibility)));
      }
    }
    rows.add(seen);
    boolean named = share.readers().name() != null;
    rows.add(
        List.of(
            live(id, named ? "sign:no" : "sign:yes")
                .button(words.label(named ? "share.button.anonymous" : "share.button.named")),
            live(id, "update").button(words.label("share.button.refresh"))));
    List<Button> look = new ArrayList<>();
    look.add(live(id, "look").button(words.label("share.button.look")));
    if (share.counts().revision() > 1) {
      look.add(live(id, "before").button(words.label("share.button.before")));
    }
    rows.add(look);
    rows.add(
        List.of(
            new ShareAction.Revoke(id).button(words.label("share.button.revoke")),
            new ShareAction.Page(0).button(words.label("share.button.all"))));
    return rows;
  }

  private static ShareAction.Live live(long share, String change) {
    return new ShareAction.Live(share, change);
  }
}
