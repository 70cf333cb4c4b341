package io.switchboard.command;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.message.CommandMenu;
import io.switchboard.command.about.ChooseLanguage;
import io.switchboard.command.sharing.ShareWish;
import io.switchboard.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All commands. What a platform's menu lists, what help says, how arguments are read: all from
 * here. A command stands here once it works, not before.
 */
public final class Catalogue {
  private static final List<String> LANGUAGE_TAGS =
      Stream.concat(
              Texts.languages().stream().map(Locale::toLanguageTag), Stream.of(ChooseLanguage.AUTO))
          .toList();

  /** What Telegram sends when somebody opens the chat with the bot. */
  private static final String START = "start";

  private static final List<String> LIMIT_VERBS =
      List.of("set", "show", "why", "boost", "reset", "pays");

  private static final List<String> MEMBER_VERBS =
      List.of("show", "allow", "invite", "pause", "resume", "ban", "unban", "until");

  private final List<Entry> entries = new ArrayList<>();

  public Catalogue() {
    entries.add(
        new Entry("ask", Catalogue::ask).taking(Argument.needed("question")).open().withFile());
    // Open, because a thread cannot begin at what only one person sees.
    entries.add(
        new Entry("new", c -> new Command.StartNew(c.arguments().strip()))
            .taking(Argument.free("title"))
            .open());
    entries.add(new Entry("retry", c -> new Command.Retry(c.target())).open());
    entries.add(new Entry("stop", c -> new Command.StopAll()));
    entries.add(
        new Entry("conversations", Catalogue::conversations).taking(Argument.free("title")));
    entries.add(
        new Entry("share", c -> new Command.Share(ShareWish.parse(c.arguments(), c.target())))
            .taking(
                Argument.choice("what", List.of("answer", "all")),
                Argument.free("expiry"),
                Argument.free("title")));
    entries.add(
        new Entry("shares", Catalogue::shares)
            .taking(Argument.choice("revoke", List.of("revoke"))));
    entries.add(new Entry("usage", c -> new Command.ShowUsage()));
    entries.add(new Entry("status", c -> new Command.ShowStatus()));
    entries.add(
        new Entry("language", c -> new Command.Language(c.arguments()))
            .taking(Argument.choice("language", LANGUAGE_TAGS)));
    entries.add(new Entry("link", Catalogue::link).taking(Argument.free("code")));
    entries.add(
        new Entry("join", c -> new Command.Join(c.arguments())).taking(Argument.needed("code")));
    entries.add(new Entry("help", c -> new Command.Help()));
    entries.add(
        new Entry("limit", Catalogue::limit)
            .taking(
                new Argument("what", true, LIMIT_VERBS),
                Argument.needed("who"),
                Argument.free("limit"))
            .forAdmins());
    entries.add(
        new Entry("member", Catalogue::member)
            .taking(
                new Argument("what", true, MEMBER_VERBS),
                Argument.free("who"),
                Argument.free("more"))
            .forAdmins());
    entries.add(
        new Entry("community", Catalogue::community)
            .taking(Argument.choice("what", List.of("on", "off", "status")))
            .forAdmins());
  }

  /** The menu as platforms list it, described in every language. */
  public CommandMenu menu(Texts texts) {
    return new CommandMenu(
        entries.stream().map(entry -> entry.inMenu(texts)).toList(), List.of("share"));
  }

  /** The names of the commands that this asker may use. */
  public List<String> names(boolean admin) {
    return entries.stream().filter(e -> admin || !e.admin()).map(Entry::name).toList();
  }

  /** What a slash command means from this asker. */
  Command read(IncomingCommand incoming, boolean admin) {
    String name = incoming.name().equals(START) ? "help" : incoming.name();
    Optional<Entry> entry = entries.stream().filter(e -> e.name().equals(name)).findFirst();
    if (entry.isEmpty()) {
      return new Command.Unknown(name, Nearest.to(name, names(admin)).orElse(null));
    }
    if (entry.get().admin() && !admin) {
      return new Command.AdminsOnly(name);
    }
    return entry.get().read().apply(incoming);
  }

  private static Command ask(IncomingCommand c) {
    return new Command.Ask(c.arguments(), c.target(), c.attachments());
  }

  private static Command shares(IncomingCommand c) {
    return switch (c.arguments().strip().toLowerCase(Locale.ROOT)) {
      case "" -> new Command.ListShares();
      case "revoke", "revoke all" -> new Command.RevokeAll();
      default -> new Command.Misused("shares");
    };
  }

  private static Command conversations(IncomingCommand c) {
    String arguments = c.arguments().strip();
    return arguments.isEmpty()
        ? new Command.ListConversations()
        : new Command.RenameConversation(
            arguments.startsWith("rename ") ? arguments.substring(7).strip() : arguments);
  }

  private static Command community(IncomingCommand c) {
    return switch (c.arguments().strip().toLowerCase(Locale.ROOT)) {
      case "on" -> new Command.SwitchCommunity("on");
      case "off" -> new Command.SwitchCommunity("off");
      case "", "status", "channels" -> new Command.SwitchCommunity("status");
      default -> new Command.Misused("community");
    };
  }

  private static Command link(IncomingCommand c) {
    String arguments = c.arguments().strip();
    if (arguments.isEmpty()) {
      return new Command.ShowLinks();
    }
    return arguments.toLowerCase(Locale.ROOT).startsWith("remove ")
        ? new Command.Unlink(arguments.substring(7).strip())
        : new Command.Link(arguments);
  }

  private static Command member(IncomingCommand c) {
    String[] words = c.arguments().strip().split("\\s+", 3);
    String verb = words[0].toLowerCase(Locale.ROOT);
    if (verb.equals("invite")) {
      return new Command.Invite(c.arguments().strip().substring(verb.length()).strip());
    }
    boolean more = Set.of("pause", "until").contains(verb);
    if (!MEMBER_VERBS.contains(verb) || words.length < 2 || (words.length == 3 && !more)) {
      return new Command.Misused("member");
    }
    return new Command.ManageMember(verb, words[1], words.length == 3 ? words[2] : "");
  }

  private static Command limit(IncomingCommand c) {
    String[] words = c.arguments().strip().split("\\s+", 3);
    String verb = words[0].toLowerCase(Locale.ROOT);
    boolean set = Set.of("set", "boost", "pays").contains(verb);
    if (!LIMIT_VERBS.contains(verb) || words.length != (set ? 3 : 2)) {
      return new Command.Misused("limit");
    }
    return new Command.ChangeLimit(verb, words[1], set ? words[2] : "");
  }

  /**
   * A command.
   *
   * @param admin whether only admins may use it
   * @param personal whether its replies are for the asker's eyes
   * @param file whether a file may come with it
   */
  private record Entry(
      String name,
      Function<IncomingCommand, Command> read,
      List<Argument> arguments,
      boolean admin,
      boolean personal,
      boolean file) {
    Entry(String name, Function<IncomingCommand, Command> read) {
      this(name, read, List.of(), false, true, false);
    }

    Entry taking(Argument... taken) {
      return new Entry(name, read, List.of(taken), admin, personal, file);
    }

    Entry open() {
      return new Entry(name, read, arguments, admin, false, file);
    }

    Entry forAdmins() {
      return new Entry(name, read, arguments, true, personal, file);
    }

    Entry withFile() {
      return new Entry(name, read, arguments, admin, personal, true);
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
                          a.choices()))
              .toList(),
          admin,
          personal,
          file);
    }

    private static Map<Locale, String> inAllLanguages(Texts texts, String key) {
      Map<Locale, String> all = new HashMap<>();
      Texts.languages().forEach(language -> all.put(language, texts.say(language, key)));
      return all;
    }
  }

  private record Argument(String name, boolean required, List<String> choices) {
    static Argument needed(String name) {
      return new Argument(name, true, List.of());
    }

    static Argument free(String name) {
      return new Argument(name, false, List.of());
    }

    static Argument choice(String name, List<String> choices) {
      return new Argument(name, false, choices);
    }
  }
}
