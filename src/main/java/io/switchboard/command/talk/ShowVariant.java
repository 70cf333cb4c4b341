package io.switchboard.command.talk;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.Pager;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.make.GrowShares;
import io.switchboard.share.way.Teaser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks through the variants of an answer; the conversation goes on from the one that is shown. */
final class ShowVariant {
  private final Conversations conversations;
  private final Sharing sharing;
  private final Links links;
  private final BooleanSupplier spoken;

  ShowVariant(Conversations conversations, Sharing sharing, Links links, BooleanSupplier spoken) {
    this.spoken = spoken;
    this.conversations = conversations;
    this.sharing = sharing;
    this.links = links;
  }

  /**
   * Shows this variant where another was.
   *
   * @param message one of those that show the other; {@link MessageId#NONE} if that is not known:
   *     it is shown anew
   */
  List<Effect> show(Visit visit, TurnId wanted, MessageId message) {
    conversations.arrive(visit.id(), visit.place());
    List<Turn> variants =
        conversations.variants(wanted, visit.id()).stream()
            .filter(turn -> !turn.answer().isEmpty())
            .toList();
    List<Long> numbers = variants.stream().map(turn -> turn.id().value()).toList();
    int at = numbers.indexOf(wanted.value());
    if (at < 0 || !conversations.goOnFrom(wanted, visit.id())) {
      return List.of(Effect.tell(visit.words().say("desk.not-yours")));
    }
    Words words = visit.words();
    Document answer =
        Markdown.parse(variants.get(at).answer())
            .withReasoningNamed(words.label("answer.reasoning"));
    List<Button> acts = new ArrayList<>();
    acts.add(new AnswerAction.Retry(wanted.value()).button(words.label("answer.button.retry")));
    acts.add(new ShareAction.Share(wanted.value()).button(words.label("answer.button.share")));
    if (spoken.getAsBoolean()) {
      acts.add(new AnswerAction.Listen(wanted.value()).button(words.label("answer.button.listen")));
    }
    List<Button> pager = Pager.row(numbers, wanted.value());
    Optional<GrowShares.Page> page = sharing.growing().of(wanted).filter(GrowShares.Page::instead);
    Document shown = page.map(p -> teaser(words, answer, p)).orElse(answer);
    Reply reply = Reply.of(shown).with(pager.isEmpty() ? List.of(acts) : List.of(pager, acts));
    List<MessageId> before =
        message.equals(MessageId.NONE) ? List.of() : conversations.shownTogether(message);
    return List.of(
        new Effect.Replace(
            before,
            reply,
            now -> {
              conversations.shownInstead(wanted, before, now);
              carry(visit, page, now);
            }));
  }

  /** What was given as a link is shown as one. */
  private Document teaser(Words words, Document answer, GrowShares.Page page) {
    Inline link = links.to(page.path());
    Instant end = page.endsAt();
    return Teaser.of(
        answer,
        page.title(),
        end == null
            ? words.say("variant.page.endless", link)
            : words.say(
                "variant.page", link, new Inline.Moment(end, Inline.Moment.Style.RELATIVE)));
  }

  /** The message tells of this variant's link from now on, not of another's. */
  private void carry(Visit visit, Optional<GrowShares.Page> page, List<MessageId> now) {
    now.forEach(sharing::carriesNothing);
    page.ifPresent(p -> sharing.carriedBy(p.share(), visit.placeId(), now.getLast()));
  }
}
