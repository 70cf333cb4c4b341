package io.switchboard.conversation;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.conversation.kept.QuestionText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks: kept with the request as text, so that any process can go on with it.
 *
 * @param parent the turn it follows; null to follow the conversation's last one when its time comes
 * @param retry the turn to which another variant of the answer is wanted, or null
 * @param edits the turn whose question was edited into this one, beside which it stands, or null
 * @param askedBy the message that asks, or null
 */
public record Question(
    ConversationId conversation,
    @Nullable TurnId parent,
    @Nullable TurnId retry,
    @Nullable TurnId edits,
    String text,
    List<Attachment> attachments,
    @Nullable MessageId askedBy) {
  public Question {
    attachments = List.copyOf(attachments);
  }

  /** A question that is no edited one, by no message. */
  public Question(
      ConversationId conversation,
      @Nullable TurnId parent,
      @Nullable TurnId retry,
      String text,
      List<Attachment> attachments) {
    this(conversation, parent, retry, null, text, attachments, null);
  }

  /** The same with another text and other files: its message was edited before its time came. */
  public Question reworded(String now, List<Attachment> files) {
    return new Question(conversation, parent, retry, edits, now, files, askedBy);
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
