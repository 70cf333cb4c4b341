package io.switchboard.command;

import io.switchboard.chat.action.Action;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingEdit;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Origin;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.NotUnderstood;
import io.switchboard.command.wish.Press;
import io.switchboard.command.wish.TalkCommand;
import io.switchboard.member.access.Role;
import java.util.List;

/** What an event means. */
final class ReadCommand {
  private final Catalogue catalogue;

  ReadCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Command read(Incoming incoming, Role role) {
    return switch (incoming) {
      case IncomingMessage m ->
          new TalkCommand.Ask(clean(m.text()), m.repliesTo(), m.attachments(), m.id());
      case IncomingEdit(IncomingMessage m) ->
          new TalkCommand.AskEdited(m.id(), clean(m.text()), m.attachments());
      case IncomingCommand c ->
          catalogue.read(
              new IncomingCommand(
                  c.origin(), c.name(), clean(c.arguments()), c.target(), c.attachments()),
              role);
      case ButtonPress b ->
          Action.parse(b.action())
              .<Command>map(action -> new Press(action, b.message(), clean(b.written())))
              .orElseGet(NotUnderstood.UnknownPress::new);
    };
  }

  /** A command as it would be written, without the slash. */
  static IncomingCommand written(Origin origin, String line) {
    String[] parts = line.split(" ", 2);
    return new IncomingCommand(origin, parts[0], parts.length > 1 ? parts[1] : "", null, List.of());
  }

  /** No database takes the character 0, and nobody can see it. */
  private static String clean(String text) {
    return text.replace("\0", "").strip();
  }
}
