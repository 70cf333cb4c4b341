package io.switchboard.chat.menu;

import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.IncomingCommand;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The commands as a platform lists them in its menu.
 *
 * @param onMessages names of entries that are offered on a message too, where a platform has such a
 *     menu; they come as an {@link IncomingCommand} with that message as its target
 * @param hidden names of entries that are not listed now, though they are understood
 * @param forManagers names of entries that are listed for those who manage a server, where a
 *     platform can tell them from others, and else for nobody
 * @param called what they are called in other languages, where a platform shows that
 */
public record CommandMenu(
    List<Entry> entries,
    List<String> onMessages,
    Set<String> hidden,
    Set<String> forManagers,
    Called called) {
  public CommandMenu {
    entries = List.copyOf(entries);
    onMessages = List.copyOf(onMessages);
    hidden = Set.copyOf(hidden);
    forManagers = Set.copyOf(forManagers);
  }

  /** What is listed. */
  public List<Entry> listed() {
    return entries.stream().filter(entry -> !hidden.contains(entry.name())).toList();
  }

  /** Commands of which none is offered on messages. */
  public CommandMenu(List<Entry> entries) {
    this(entries, List.of(), Set.of(), Set.of());
  }

  /** Commands that are called the same in every language. */
  public CommandMenu(
      List<Entry> entries, List<String> onMessages, Set<String> hidden, Set<String> forManagers) {
    this(entries, onMessages, hidden, forManagers, (word, which) -> Map.of());
  }

  /** What commands and what goes with them are called. */
  @FunctionalInterface
  public interface Called {
    /** By language; empty where it is called the same everywhere. */
    Map<Locale, String> in(Word word, String which);
  }

  /** What may be called otherwise. */
  public enum Word {
    /** An entry, by its name. */
    COMMAND,
    /** An option, by its name. */
    OPTION,
    /** One of an option's choices. */
    CHOICE
  }

  /**
   * One command.
   *
   * @param name lower case, the same in every language
   * @param descriptions by language, at most 100 characters each; always with {@link
   *     Locale#ENGLISH}
   * @param options in the order in which their values stand in {@link IncomingCommand#arguments}
   * @param admin whether only admins may use it
   * @param personal whether its replies are for the asker's eyes; some platforms must know before
   *     the command has run
   * @param file whether a file may come with it
   */
  public record Entry(
      String name,
      Map<Locale, String> descriptions,
      List<Option> options,
      boolean admin,
      boolean personal,
      boolean file) {
    public Entry {
      descriptions = Map.copyOf(descriptions);
      options = List.copyOf(options);
    }

    /** A command that takes no file. */
    public Entry(
        String name,
        Map<Locale, String> descriptions,
        List<Option> options,
        boolean admin,
        boolean personal) {
      this(name, descriptions, options, admin, personal, false);
    }
  }

  /**
   * One argument of a command.
   *
   * @param choices the only values allowed; empty for free text
   * @param suggests whether {@link Inbox#suggest} knows values, where a platform asks for them
   *     while somebody types
   */
  public record Option(
      String name,
      Map<Locale, String> descriptions,
      boolean required,
      List<String> choices,
      boolean suggests) {
    public Option {
      descriptions = Map.copyOf(descriptions);
      choices = List.copyOf(choices);
    }

    /** One that suggests nothing. */
    public Option(
        String name, Map<Locale, String> descriptions, boolean required, List<String> choices) {
      this(name, descriptions, required, choices, false);
    }
  }
}
