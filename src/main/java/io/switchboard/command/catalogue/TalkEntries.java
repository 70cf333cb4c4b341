package io.switchboard.command.catalogue;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.TalkCommand;
import java.util.List;

/** Asking, and one's conversations. */
final class TalkEntries {
  static final List<Entry> ENTRIES =
      List.of(
          new Entry("ask", TalkEntries::ask).taking(Argument.needed("question")).open().withFile(),
          // Open, because a thread cannot begin at what only one person sees.
          new Entry("new", c -> new TalkCommand.StartNew(c.arguments().strip()))
              .taking(Argument.free("title"))
              .open(),
          new Entry("retry", c -> new TalkCommand.Retry(c.target())).open(),
          new Entry("stop", c -> new TalkCommand.StopAll()),
          new Entry("conversations", TalkEntries::conversations).taking(Argument.free("title")));

  private TalkEntries() {}

  private static Command ask(IncomingCommand c) {
    return new TalkCommand.Ask(c.arguments(), c.target(), c.attachments(), null);
  }

  private static Command conversations(IncomingCommand c) {
    String arguments = c.arguments().strip();
    return arguments.isEmpty()
        ? new TalkCommand.ListConversations()
        : new TalkCommand.RenameConversation(
            arguments.startsWith("rename ") ? arguments.substring(7).strip() : arguments);
  }
}
