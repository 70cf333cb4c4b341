package io.switchboard.command.catalogue;

import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.command.wish.AboutCommand;
import io.switchboard.command.wish.Command;
import io.switchboard.command.wish.CommunityCommand;
import io.switchboard.command.wish.NotUnderstood;
import io.switchboard.command.wish.SharingCommand;
import io.switchboard.member.access.Role;
import io.switchboard.text.Nearest;
import io.switchboard.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** All commands, in the order in which people read of them. */
public final class Catalogue {
  /** What Telegram sends when somebody opens the chat with the bot. */
  private static final String START = "start";

  private static final List<Entry> ENTRIES =
      Stream.of(
              TalkEntries.ENTRIES,
              StyleEntries.ENTRIES,
              SharingEntries.ENTRIES,
              AboutEntries.ENTRIES,
              AdminEntries.ENTRIES)
          .flatMap(List::stream)
          .toList();

  /** Where there is no community, nobody hears of it but whoever can switch it on. */
  private static final String GALLERY = "gallery";

  private static final String COMMUNITY = "community";

  /** Where no account draws, neither. */
  private static final String IMAGE = "image";

  private final BooleanSupplier community;
  private final BooleanSupplier drawn;

  /**
   * @param community whether there is one now
   * @param drawn whether some account draws pictures
   */
  public Catalogue(BooleanSupplier community, BooleanSupplier drawn) {
    this.community = community;
    this.drawn = drawn;
  }

  /** What is only of use to whoever can set it up. */
  private Set<String> forManagers() {
    Set<String> names = new HashSet<>();
    if (!community.getAsBoolean()) {
      names.add(COMMUNITY);
    }
    if (!drawn.getAsBoolean()) {
      names.add(IMAGE);
    }
    return names;
  }

  /** The menu as platforms list it now, described in every language. */
  public CommandMenu menu(Texts texts) {
    boolean on = community.getAsBoolean();
    return new CommandMenu(
        ENTRIES.stream().map(entry -> entry.inMenu(texts)).toList(),
        List.of("share"),
        on ? Set.of() : Set.of(GALLERY),
        forManagers(),
        new CalledIn(texts));
  }

  /**
   * A choice is a word for people to read; names must be what may be typed. Two menus that list the
   * same are equal, or they would be given to the platforms again and again.
   */
  private record CalledIn(Texts texts) implements CommandMenu.Called {
    @Override
    public Map<Locale, String> in(CommandMenu.Word word, String which) {
      String key = "called." + word.name().toLowerCase(Locale.ROOT) + "." + which;
      return Entry.inAllLanguages(texts, key);
    }
  }

  /** The names of the commands that this asker may use now. */
  public List<String> names(Role role) {
    boolean on = community.getAsBoolean();
    Set<String> forManagers = forManagers();
    return ENTRIES.stream()
        .filter(e -> role.atLeast(e.least()))
        .map(Entry::name)
        .filter(name -> on || !name.equals(GALLERY))
        .filter(name -> !forManagers.contains(name) || role.atLeast(Role.ADMIN))
        .toList();
  }

  /**
   * What somebody who is not let in tries that is for those with a role: {@code /limit set}; empty
   * if it is not.
   */
  public Optional<String> guarded(IncomingCommand incoming) {
    return ENTRIES.stream()
        .filter(entry -> entry.name().equals(incoming.name()) && entry.least() != Role.MEMBER)
        .findFirst()
        .map(entry -> entry.tried(incoming));
  }

  /** What the address of the chat with the bot had behind it, where a page made it. */
  private static Command started(String argument) {
    if (argument.startsWith("import-")) {
      return new SharingCommand.Import(argument.substring("import-".length()));
    }
    if (argument.matches("report-\\d{1,18}")) {
      return new CommunityCommand.Report(Long.parseLong(argument.substring("report-".length())));
    }
    return argument.startsWith("login-")
        ? new AboutCommand.Login(argument.substring("login-".length()))
        : new AboutCommand.Help();
  }

  /** What a slash command means from this asker. */
  public Command read(IncomingCommand incoming, Role role) {
    if (incoming.name().equals(START)) {
      return started(incoming.arguments().strip());
    }
    String name = incoming.name();
    Optional<Entry> entry = ENTRIES.stream().filter(e -> e.name().equals(name)).findFirst();
    if (entry.isEmpty()) {
      return new NotUnderstood.Unknown(name, Nearest.to(name, names(role)).orElse(null));
    }
    if (!role.atLeast(entry.get().least())) {
      return new NotUnderstood.AdminsOnly(
          name, entry.get().tried(incoming), entry.get().least() == Role.OWNER);
    }
    Command command = entry.get().read().apply(incoming);
    return command instanceof NotUnderstood.Misused(String misused, var ignored)
        ? new NotUnderstood.Misused(misused, incoming.arguments())
        : command;
  }
}
