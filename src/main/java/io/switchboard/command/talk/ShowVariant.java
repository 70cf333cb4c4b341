package io.switchboard.command.talk;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Pager;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import java.util.List;

/** Looks through the variants of an answer; the conversation goes on from the one that is shown. */
public final class ShowVariant {
  private final Conversations conversations;

  public ShowVariant(Conversations conversations) {
    this.conversations = conversations;
  }

  /**
   * Shows this variant where another was.
   *
   * @param message one of those that show the other
   */
  public List<Effect> show(Visit visit, TurnId wanted, MessageId message) {
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
    List<Button> acts =
        List.of(
            new AnswerAction.Retry(wanted.value()).button(words.label("answer.button.retry")),
            new ShareAction.Share(wanted.value()).button(words.label("answer.button.share")));
    List<Button> pager = Pager.row(numbers, wanted.value());
    Reply reply = Reply.of(answer).with(pager.isEmpty() ? List.of(acts) : List.of(pager, acts));
    List<MessageId> before = conversations.shownTogether(message);
    return List.of(
        new Effect.Replace(before, reply, now -> conversations.shownInstead(wanted, before, now)));
  }
}
