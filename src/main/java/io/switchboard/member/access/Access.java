package io.switchboard.member.access;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import java.util.List;
import java.util.function.Function;

/**
 * Decides who is let in, and who is an admin: from the configuration, and what admins said since.
 */
public final class Access {
  private final AccessSettings settings;
  private final Function<PersonId, Standing> standings;

  /** By the configuration alone. */
  public Access(AccessSettings settings) {
    this(settings, person -> new Standing.Unknown());
  }

  /**
   * By both.
   *
   * @param standings what admins said, as it counts now
   */
  public Access(AccessSettings settings, Function<PersonId, Standing> standings) {
    this.settings = settings;
    this.standings = standings;
  }

  /** Whether this person may use the bot in this place. Admins always may. */
  public boolean mayUse(Person person, Place place) {
    return standing(person, place) instanceof Standing.Allowed;
  }

  /**
   * How this person stands in this place: let in if {@link Standing.Allowed}. An admin is never
   * kept out by a command.
   */
  public Standing standing(Person person, Place place) {
    if (isAdmin(person)) {
      return new Standing.Allowed();
    }
    Standing said = standings.apply(person.id());
    return said instanceof Standing.Unknown && isListed(person, place)
        ? new Standing.Allowed()
        : said;
  }

  private boolean isListed(Person person, Place place) {
    return settings.allow().contains(AccessSettings.EVERYONE)
        || names(settings.allow(), person)
        || place.scopes().stream().anyMatch(settings.allow()::contains);
  }

  /** Whether this person may use the admin commands. A place makes nobody an admin. */
  public boolean isAdmin(Person person) {
    return names(settings.admins(), person);
  }

  /** Whether this account is named as an admin's; one who is so by a role is not seen here. */
  public boolean isAdmin(PersonId account) {
    return settings.admins().contains(account.value());
  }

  private static boolean names(List<String> entries, Person person) {
    return entries.contains(person.id().value())
        || person.roles().stream().anyMatch(entries::contains);
  }
}
