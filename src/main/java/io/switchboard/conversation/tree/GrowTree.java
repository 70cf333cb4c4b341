package io.switchboard.conversation.tree;

import io.switchboard.conversation.ConversationGone;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Titles;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.kept.ConversationTable;
import io.switchboard.conversation.kept.QuestionText;
import io.switchboard.conversation.kept.TurnTable;
import io.switchboard.conversation.title.TitleTable;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** New turns, and which of the ways through the tree is the present one. In a transaction. */
public final class GrowTree {
  private GrowTree() {}

  /**
   * The turn of a request, made unless it is there.
   *
   * @param author who asks; null for the conversation's owner
   * @throws ConversationGone if the conversation was deleted meanwhile
   */
  public static Turn begin(
      Handle h, long request, Question question, @Nullable MemberId author, Instant now) {
    ConversationId conversation = question.conversation();
    ConversationTable.Locked locked =
        ConversationTable.lock(h, conversation)
            .orElseThrow(() -> new ConversationGone(conversation));
    Optional<Turn> begun = TurnTable.ofRequest(h, request);
    if (begun.isPresent()) {
      return begun.get();
    }
    TurnTable.Asked asked = asked(h, question, locked.head());
    String title = locked.title().isEmpty() ? Titles.ofQuestion(asked.question()) : locked.title();
    ConversationTable.asked(h, conversation, title.isEmpty() ? "…" : title, now);
    if (locked.title().isEmpty()) {
      TitleTable.wanted(h, conversation.value());
    }
    return TurnTable.insert(h, request, asked, author, now);
  }

  private static TurnTable.Asked asked(Handle h, Question question, @Nullable Long head) {
    ConversationId conversation = question.conversation();
    TurnId retry = question.retry();
    if (retry != null) {
      Optional<TurnTable.Retried> retried = TurnTable.retried(h, retry, conversation);
      if (retried.isPresent()) {
        TurnTable.Retried r = retried.get();
        return new TurnTable.Asked(
            conversation, r.parent(), r.first(), r.question(), r.attachments(), null);
      }
    }
    return new TurnTable.Asked(
        conversation,
        parent(h, question, head),
        null,
        question.text(),
        QuestionText.writeAttachments(question.attachments()),
        question.askedBy());
  }

  private static @Nullable Long parent(Handle h, Question question, @Nullable Long head) {
    ConversationId conversation = question.conversation();
    TurnId edits = question.edits();
    if (edits != null) {
      Optional<TurnTable.Retried> edited = TurnTable.retried(h, edits, conversation);
      if (edited.isPresent()) {
        return edited.get().parent();
      }
    }
    TurnId parent = question.parent();
    boolean known =
        parent != null
            && TurnTable.conversationOf(h, parent).filter(conversation::equals).isPresent();
    return parent != null && known ? Long.valueOf(parent.value()) : head;
  }

  /** Makes the way to this turn, or to the last answer that followed it, the present one. */
  public static void goOnFrom(Handle h, TurnId turn, ConversationId conversation) {
    Long head =
        ConversationTable.lock(h, conversation).map(ConversationTable.Locked::head).orElse(null);
    List<Turn> all = TurnTable.all(h, conversation);
    boolean there =
        head != null
            && Branches.to(new TurnId(head), all).stream().anyMatch(t -> t.id().equals(turn));
    if (!there) {
      ConversationTable.moveHead(h, Branches.newestAfter(turn, all));
    }
  }
}
