package io.switchboard.member.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who gets in. Entries: {@code discord:ID}, {@code telegram:ID}, {@code sandbox:ID}, {@code
 * discord-server:ID}, {@code discord-role:ID}, {@code telegram-chat:ID}, {@code everyone}.
 *
 * @param admins may use the admin commands, and are let in: people and roles
 * @param allow are let in: people, roles, and everybody in a place
 */
public record AccessSettings(List<String> admins, List<String> allow) {
  /** Lets everybody in. */
  public static final String EVERYONE = "everyone";

  /** Nobody. */
  public static final AccessSettings DEFAULTS = new AccessSettings(List.of(), List.of());

  /** A platform's word, a colon and an id: any platform's, as this room knows none of them. */
  private static final Pattern ENTRY = Pattern.compile("[a-z][a-z-]*:\\S+");

  /** Words without an id that an adapter gives to people. */
  private static final Set<String> BARE_ROLES = Set.of("telegram-administrator");

  public AccessSettings {
    admins = List.copyOf(admins);
    allow = List.copyOf(allow);
    check("admins", admins);
    check("allow", allow);
    if (admins.contains(EVERYONE)) {
      throw new IllegalArgumentException("admins: everyone cannot be an admin");
    }
  }

  private static void check(String key, List<String> entries) {
    for (String entry : entries) {
      if (!entry.equals(EVERYONE)
          && !BARE_ROLES.contains(entry)
          && !ENTRY.matcher(entry).matches()) {
        throw new IllegalArgumentException(
            key
                + ": expected discord:ID, telegram:ID, discord-server:ID, discord-role:ID,"
                + " telegram-chat:ID or everyone, not \""
                + entry
                + "\"");
      }
    }
  }
}
