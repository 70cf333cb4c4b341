package io.switchboard.command.mine;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.ConversationSummary;
import io.switchboard.conversation.Conversations;
import io.switchboard.forget.Forgetting;
import io.switchboard.member.MemberId;
import io.switchboard.share.door.Sharing;
import java.util.List;

/** {@code /forgetme}: everything of a member goes, once they have said that they are sure. */
final class ForgetMe {
  private final Conversations conversations;
  private final Sharing sharing;
  private final Forgetting forgetting;

  ForgetMe(Conversations conversations, Sharing sharing, Forgetting forgetting) {
    this.conversations = conversations;
    this.sharing = sharing;
    this.forgetting = forgetting;
  }

  /** Says what would go. */
  List<Effect> ask(Visit visit) {
    Words words = visit.words();
    long own = conversations.list(visit.id()).stream().filter(ConversationSummary::own).count();
    int links = sharing.looking().all(visit.id()).size();
    return List.of(
        Effect.tell(
            words.say("forget.sure", own, links),
            List.of(
                List.of(
                    new MemberAction.Forget(visit.id().value())
                        .button(words.label("forget.yes"))))));
  }

  /** Does it. The press is good only for whoever was asked. */
  List<Effect> forget(Visit visit, MemberId member, MessageId message) {
    Words words = visit.words();
    if (!visit.id().equals(member)) {
      return List.of(Effect.tell(words.say("desk.not-yours")));
    }
    forgetting.want(member);
    return List.of(
        new Effect.Later(
            () -> {
              forgetting.forget(member);
              return List.of(
                  Effect.change(message, words.say("forget.done")),
                  new Effect.Later(
                      () -> {
                        forgetting.takeMessagesAway();
                        return List.of();
                      }));
            }));
  }
}
