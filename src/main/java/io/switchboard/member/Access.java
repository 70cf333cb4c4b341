package io.switchboard.member;

import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import java.util.List;

/** Decides who is let in, and who is an admin. */
public final class Access {
  private final AccessSettings settings;

  public Access(AccessSettings settings) {
    this.settings = settings;
  }

  /** Whether this person may use the bot in this place. Admins always may. */
  public boolean mayUse(Person person, Place place) {
    return settings.allow().contains(AccessSettings.EVERYONE)
        || names(settings.allow(), person)
        || place.scopes().stream().anyMatch(settings.allow()::contains)
        || isAdmin(person);
  }

  /** Whether this person may use the admin commands. A place makes nobody an admin. */
  public boolean isAdmin(Person person) {
    return names(settings.admins(), person);
  }

  private static boolean names(List<String> entries, Person person) {
    return entries.contains(person.id().value())
        || person.roles().stream().anyMatch(entries::contains);
  }
}
