package io.switchboard.chat;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as their platform shows them now.
 *
 * @param name the name shown in chats
 * @param handle the unique name without the at sign, if the platform told one
 * @param locale the platform's idea of the person's language
 * @param roles in the configuration's words: {@code discord-role:ID}, {@code
 *     telegram-administrator}
 */
public record Person(
    PersonId id, String name, @Nullable String handle, Locale locale, Set<String> roles) {
  public Person {
    roles = Set.copyOf(roles);
  }
}
