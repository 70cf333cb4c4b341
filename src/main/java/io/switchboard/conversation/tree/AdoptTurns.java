package io.switchboard.conversation.tree;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.kept.ConversationTable;
import io.switchboard.conversation.kept.QuestionText;
import io.switchboard.conversation.kept.TurnTable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/** Puts questions and answers from elsewhere into a new conversation. In a transaction. */
public final class AdoptTurns {
  private AdoptTurns() {}

  /** A question and its answer. */
  public record Exchange(String question, String answer) {}

  /** Adds them one after the other; the last is what is gone on from. */
  public static void into(
      Handle h, ConversationId conversation, String title, List<Exchange> all, Instant now) {
    Long parent = null;
    for (Exchange one : all) {
      // No request has a number below nothing.
      long request = -ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
      Turn turn =
          TurnTable.insert(
              h,
              request,
              new TurnTable.Asked(
                  conversation,
                  parent,
                  null,
                  one.question(),
                  QuestionText.writeAttachments(List.of()),
                  null),
              null,
              now);
      TurnTable.answered(h, turn.id(), one.answer(), true);
      ConversationTable.moveHead(h, turn.id());
      parent = turn.id().value();
    }
    ConversationTable.asked(h, conversation, title, now);
  }
}
