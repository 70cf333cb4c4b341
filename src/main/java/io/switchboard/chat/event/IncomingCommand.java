package io.switchboard.chat.event;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slash command, typed or chosen from the platform's menu.
 *
 * @param name in lower case, without the slash and without the bot's name
 * @param arguments what follows, trimmed; mentioned people as their {@link PersonId}'s value. From
 *     a menu with options: their values in the order of the menu, separated by spaces
 * @param target the message it was used on (a reply, a message menu), if any
 */
public record IncomingCommand(
    Origin origin,
    String name,
    String arguments,
    @Nullable MessageId target,
    List<Attachment> attachments)
    implements Incoming {
  public IncomingCommand {
    attachments = List.copyOf(attachments);
  }
}
