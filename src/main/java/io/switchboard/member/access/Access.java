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
  private final Function<PersonId, Role> roles;

  /** By the configuration alone. */
  public Access(AccessSettings settings) {
    this(settings, person -> new Standing.Unknown(), person -> Role.MEMBER);
  }

  /** By both. */
  public Access(AccessSettings settings, Standings said) {
    this(settings, said::of, said::role);
  }

  private Access(
      AccessSettings settings,
      Function<PersonId, Standing> standings,
      Function<PersonId, Role> roles) {
    this.settings = settings;
    this.standings = standings;
    this.roles = roles;
  }

  /** Whether this person may use the bot in this place. Admins always may. */
  public boolean mayUse(Person person, Place place) {
    return standing(person, place) instanceof Standing.Allowed;
  }

  /**
   * How this person stands in this place: let in if {@link Standing.Allowed}. An owner is never
   * kept out by a command.
   */
  public Standing standing(Person person, Place place) {
    if (names(settings.admins(), person)) {
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

  /** What this person may do. A place makes nobody more than a member. */
  public Role role(Person person) {
    return names(settings.admins(), person) ? Role.OWNER : roles.apply(person.id());
  }

  /** The same of an account; what somebody is by a role on the platform is not seen here. */
  public Role role(PersonId account) {
    return isOwner(account) ? Role.OWNER : roles.apply(account);
  }

  /** The accounts that the configuration makes owners; not those with a role on a platform. */
  public List<PersonId> owners() {
    return settings.admins().stream()
        .filter(entry -> entry.contains(":"))
        .map(PersonId::new)
        .toList();
  }

  private boolean isOwner(PersonId account) {
    return settings.admins().contains(account.value());
  }

  private static boolean names(List<String> entries, Person person) {
    return entries.contains(person.id().value())
        || person.roles().stream().anyMatch(entries::contains);
  }
}
