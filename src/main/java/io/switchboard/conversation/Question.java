package io.switchboard.conversation;

import io.switchboard.chat.Attachment;
import io.switchboard.conversation.kept.QuestionText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks: kept with the request as text, so that any process can go on with it.
 *
 * @param parent the turn it follows; null to follow the conversation's last one when its time comes
 * @param retry the turn to which another variant of the answer is wanted, or null
 */
public record Question(
    ConversationId conversation,
    @Nullable TurnId parent,
    @Nullable TurnId retry,
    String text,
    List<Attachment> attachments) {
  public Question {
    attachments = List.copyOf(attachments);
  }

  /** As one string, in JSON. */
  public String encode() {
    return QuestionText.write(this);
  }

  /**
   * From {@link #encode}, by this or another version of the program.
   *
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  public static Question decode(String encoded) {
    return QuestionText.read(encoded);
  }
}
