package io.switchboard.command.catalogue;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.command.about.ChooseLanguage;
import io.switchboard.command.wish.AboutCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.MineCommand;
import io.switchboard.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What people ask about themselves and the bot. */
final class AboutEntries {
  private static final List<String> LANGUAGE_TAGS =
      Stream.concat(
              Texts.languages().stream().map(Locale::toLanguageTag), Stream.of(ChooseLanguage.AUTO))
          .toList();

  static final List<Entry> ENTRIES =
      List.of(
          new Entry("usage", c -> new AboutCommand.ShowUsage()),
          new Entry("status", c -> new AboutCommand.ShowStatus()),
          new Entry("language", c -> new AboutCommand.Language(c.arguments()))
              .taking(Argument.choice("language", LANGUAGE_TAGS)),
          new Entry("timezone", c -> new AboutCommand.TimeZone(c.arguments()))
              .taking(Argument.free("zone").suggested()),
          new Entry(
                  "announcements",
                  c ->
                      new AboutCommand.Announcements(
                          c.arguments().strip().toLowerCase(Locale.ROOT)))
              .taking(Argument.choice("wanted", List.of("on", "off"))),
          new Entry("link", AboutEntries::link).taking(Argument.free("code").suggested()),
          new Entry("login", c -> new AboutCommand.Login(c.arguments().strip()))
              .taking(Argument.free("code").suggested()),
          new Entry("join", c -> new AboutCommand.Join(c.arguments()))
              .taking(Argument.needed("code")),
          new Entry("forgetme", c -> new MineCommand.ForgetMe()),
          new Entry("help", c -> new AboutCommand.Help()));

  private AboutEntries() {}

  private static Command link(IncomingCommand c) {
    String arguments = c.arguments().strip();
    if (arguments.isEmpty()) {
      return new AboutCommand.ShowLinks();
    }
    String lower = arguments.toLowerCase(Locale.ROOT);
    if (Set.of("off", "remove", "unlink", "delete").contains(lower)) {
      return new AboutCommand.Unlink("");
    }
    return lower.startsWith("remove ")
        ? new AboutCommand.Unlink(arguments.substring(7).strip())
        : new AboutCommand.Link(arguments);
  }
}
