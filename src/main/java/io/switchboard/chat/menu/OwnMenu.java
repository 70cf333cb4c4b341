package io.switchboard.chat.menu;

import io.switchboard.chat.PersonId;
import java.util.List;
import java.util.Locale;

/**
 * What somebody finds in their own menus, where a platform has such: because they may do more than
 * others, or read another language than the platform would show.
 *
 * @param language of its descriptions, one of those in {@link CommandMenu.Entry#descriptions}
 * @param names of the entries that are listed, in their order
 * @param channels where they find it beside their private chat with the bot, in the configuration's
 *     words, of whatever platform
 */
public record OwnMenu(PersonId person, Locale language, List<String> names, List<String> channels) {
  public OwnMenu {
    names = List.copyOf(names);
    channels = List.copyOf(channels);
  }
}
