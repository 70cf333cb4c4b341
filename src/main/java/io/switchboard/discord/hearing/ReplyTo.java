package io.switchboard.discord.hearing;

import io.switchboard.chat.Destination;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingEdit;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Origin;
import io.switchboard.discord.id.Handle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.jspecify.annotations.Nullable;

/** Where the replies to an interaction go, once Discord has said what became of deferring it. */
final class ReplyTo {
  private ReplyTo() {}

  /** Its replies go to the place: the interaction could not be answered in time. */
  static Incoming place(Incoming incoming) {
    return with(incoming, Destination.in(incoming.origin().place().id()));
  }

  /** It is known, if Discord told, which message shows the bot as thinking. */
  static Incoming thinking(Incoming incoming, InteractionHook deferred) {
    Destination to = incoming.origin().replyTo();
    Message message = shown(deferred);
    return message != null && Handle.read(to.handle()) instanceof Handle.ToInteraction interaction
        ? with(
            incoming, new Destination(to.place(), interaction.thinkingIn(message.getId()).text()))
        : incoming;
  }

  private static @Nullable Message shown(InteractionHook deferred) {
    return deferred.hasCallbackResponse() ? deferred.getCallbackResponse().getMessage() : null;
  }

  private static Incoming with(Incoming incoming, Destination to) {
    Origin from = incoming.origin();
    Origin origin = new Origin(from.key(), from.place(), from.sender(), to, from.at());
    return switch (incoming) {
      case IncomingCommand c ->
          new IncomingCommand(origin, c.name(), c.arguments(), c.target(), c.attachments());
      case ButtonPress p -> new ButtonPress(origin, p.message(), p.action(), p.written());
      case IncomingMessage m -> m;
      case IncomingEdit e -> e;
    };
  }
}
