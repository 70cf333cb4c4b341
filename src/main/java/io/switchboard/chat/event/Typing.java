package io.switchboard.chat.event;

import io.switchboard.chat.menu.CommandMenu;
import java.util.Map;

/**
 * Somebody is filling in a command, and has done nothing yet.
 *
 * @param command in lower case, without the slash
 * @param option the name of the one that is being written, see {@link CommandMenu.Option}
 * @param text what is written of it so far; may be empty
 * @param given what the other options hold, by name
 */
public record Typing(
    Origin origin, String command, String option, String text, Map<String, String> given) {
  public Typing {
    given = Map.copyOf(given);
  }
}
