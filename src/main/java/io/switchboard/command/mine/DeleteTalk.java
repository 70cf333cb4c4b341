package io.switchboard.command.mine;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.ConversationSummary;
import io.switchboard.conversation.Conversations;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Deletes conversations: says first what goes with them. */
final class DeleteTalk {
  private final Conversations conversations;
  private final ToIntFunction<ConversationId> links;

  /**
   * @param links how many live links end with a conversation
   */
  DeleteTalk(Conversations conversations, ToIntFunction<ConversationId> links) {
    this.conversations = conversations;
    this.links = links;
  }

  /** Asks whether to delete it; once that is sure, does it. */
  List<Effect> delete(Visit visit, ConversationId conversation, boolean sure, MessageId message) {
    Words words = visit.words();
    Optional<ConversationSummary> own =
        conversations.list(visit.id()).stream()
            .filter(c -> c.id().equals(conversation) && c.own())
            .findFirst();
    if (own.isEmpty()) {
      return List.of(Effect.tell(words.say("desk.not-yours")));
    }
    String title = own.get().title();
    if (sure) {
      conversations.delete(conversation, visit.id());
      return List.of(Effect.change(message, words.say("conversation.deleted", title)));
    }
    Button yes =
        new ConversationAction.Delete(conversation.value(), true)
            .button(words.label("conversation.delete.yes"));
    return List.of(
        Effect.tell(
            words.say(
                "conversation.delete.sure",
                title,
                own.get().turns(),
                links.applyAsInt(conversation)),
            List.of(List.of(yes))));
  }
}
