package io.switchboard.command.wish;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wanted of the account, and of one's conversations with it. */
public sealed interface TalkCommand extends Command {
  /**
   * An answer.
   *
   * @param askedBy the message that asks, if it is known
   */
  record Ask(
      String text,
      @Nullable MessageId repliesTo,
      List<Attachment> attachments,
      @Nullable MessageId askedBy)
      implements TalkCommand {
    public Ask {
      attachments = List.copyOf(attachments);
    }
  }

  /** An answer to a question as it reads now; nothing if that message asked nothing. */
  record AskEdited(MessageId askedBy, String text, List<Attachment> attachments)
      implements TalkCommand {
    public AskEdited {
      attachments = List.copyOf(attachments);
    }
  }

  /** A picture. */
  record Draw(String wish) implements TalkCommand {}

  /** Another variant of an answer; of the last one if no message is named. */
  record Retry(@Nullable MessageId shownBy) implements TalkCommand {}

  /** A new conversation; the title may be blank. */
  record StartNew(String title) implements TalkCommand {}

  /** An end to all that is asked here and not answered yet. */
  record StopAll() implements TalkCommand {}
}
