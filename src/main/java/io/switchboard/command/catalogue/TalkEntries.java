package io.switchboard.command.catalogue;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.MineCommand;
import io.switchboard.command.wish.SharingCommand;
import io.switchboard.command.wish.TalkCommand;
import java.util.List;
import java.util.Locale;

/** Asking, and one's conversations. */
final class TalkEntries {
  static final List<Entry> ENTRIES =
      List.of(
          new Entry("ask", TalkEntries::ask).taking(Argument.needed("question")).open().withFile(),
          // Open, because a thread cannot begin at what only one person sees.
          new Entry("new", c -> new TalkCommand.StartNew(c.arguments().strip()))
              .taking(Argument.free("title"))
              .open(),
          new Entry("image", c -> new TalkCommand.Draw(c.arguments().strip()))
              .taking(Argument.needed("wish"))
              .open(),
          new Entry("retry", c -> new TalkCommand.Retry(c.target())).open(),
          new Entry("stop", c -> new TalkCommand.StopAll()),
          new Entry("conversations", TalkEntries::conversations)
              .taking(
                  Argument.choice("what", List.of("list", "search", "rename", "admins")),
                  Argument.free("text").suggested()),
          new Entry("export", c -> new MineCommand.Export(c.arguments().strip()))
              .taking(Argument.choice("format", List.of("markdown", "html", "pdf", "json"))),
          new Entry("import", TalkEntries::bringIn)
              .taking(Argument.free("link"), Argument.free("password"))
              .withFile());

  private TalkEntries() {}

  private static Command ask(IncomingCommand c) {
    return new TalkCommand.Ask(c.arguments(), c.target(), c.attachments(), null);
  }

  private static Command conversations(IncomingCommand c) {
    String arguments = c.arguments().strip();
    String[] words = arguments.split("\\s+", 2);
    String rest = words.length > 1 ? words[1] : "";
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "rename" -> new MineCommand.RenameConversation(rest);
      case "admins" -> new MineCommand.Readers();
      case "search", "list" -> new MineCommand.ListConversations(rest);
      default -> new MineCommand.ListConversations(arguments);
    };
  }

  /** A file of one's own, or a link to what somebody shared. */
  private static Command bringIn(IncomingCommand c) {
    return c.attachments().isEmpty() && !c.arguments().isBlank()
        ? new SharingCommand.Import(c.arguments())
        : new MineCommand.Import(c.attachments());
  }
}
