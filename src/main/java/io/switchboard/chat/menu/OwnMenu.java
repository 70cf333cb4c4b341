package io.switchboard.chat.menu;

import io.switchboard.chat.PersonId;
import java.util.List;
import java.util.Locale;

/**
 * What somebody finds in the menu of their private chat with the bot because they may do more than
 * others, where a platform has such menus.
 *
 * @param language of its descriptions, one of those in {@link CommandMenu.Entry#descriptions}
 * @param names of the entries that are listed, in their order
 */
public record OwnMenu(PersonId person, Locale language, List<String> names) {
  public OwnMenu {
    names = List.copyOf(names);
  }
}
