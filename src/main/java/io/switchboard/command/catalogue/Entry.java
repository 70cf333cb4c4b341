package io.switchboard.command.catalogue;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.command.wish.Command;
import io.switchboard.member.access.Role;
import io.switchboard.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A command.
 *
 * @param least who may use it
 * @param personal whether its replies are for the asker's eyes
 * @param file whether a file may come with it
 */
record Entry(
    String name,
    Function<IncomingCommand, Command> read,
    List<Argument> arguments,
    Role least,
    boolean personal,
    boolean file) {
  Entry(String name, Function<IncomingCommand, Command> read) {
    this(name, read, List.of(), Role.MEMBER, true, false);
  }

  Entry taking(Argument... taken) {
    return new Entry(name, read, List.of(taken), least, personal, file);
  }

  Entry open() {
    return new Entry(name, read, arguments, least, false, file);
  }

  Entry forModerators() {
    return new Entry(name, read, arguments, Role.MODERATOR, personal, file);
  }

  Entry forAdmins() {
    return new Entry(name, read, arguments, Role.ADMIN, personal, file);
  }

  Entry forOwners() {
    return new Entry(name, read, arguments, Role.OWNER, personal, file);
  }

  Entry withFile() {
    return new Entry(name, read, arguments, least, personal, true);
  }

  /** What a use of it would do, without what is written freely. */
  String tried(IncomingCommand incoming) {
    String verb = incoming.arguments().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    boolean known = !arguments.isEmpty() && arguments.getFirst().choices().contains(verb);
    return "/" + name + (known ? " " + verb : "");
  }

  CommandMenu.Entry inMenu(Texts texts) {
    String key = "menu." + name;
    return new CommandMenu.Entry(
        name,
        inAllLanguages(texts, key),
        arguments.stream()
            .map(
                a ->
                    new CommandMenu.Option(
                        a.name(),
                        inAllLanguages(texts, key + "." + a.name()),
                        a.required(),
                        a.choices(),
                        a.suggests()))
            .toList(),
        least != Role.MEMBER,
        personal,
        file);
  }

  static Map<Locale, String> inAllLanguages(Texts texts, String key) {
    Map<Locale, String> all = new HashMap<>();
    Texts.languages().forEach(language -> all.put(language, texts.say(language, key)));
    return all;
  }
}
