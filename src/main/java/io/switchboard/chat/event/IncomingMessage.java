package io.switchboard.chat.event;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that is not a command.
 *
 * @param text without the mention of the bot; mentioned people as their {@link PersonId}'s value
 * @param repliesTo the message it answers, if any
 * @param addressed whether the bot is meant: a private chat, a mention, a reply to the bot
 */
public record IncomingMessage(
    Origin origin,
    MessageId id,
    String text,
    @Nullable MessageId repliesTo,
    boolean addressed,
    List<Attachment> attachments)
    implements Incoming {
  public IncomingMessage {
    attachments = List.copyOf(attachments);
  }
}
