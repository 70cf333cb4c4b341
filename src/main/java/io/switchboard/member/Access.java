package io.switchboard.member;

import io.switchboard.chat.Person;
import io.switchboard.chat.Place;

/** Decides who is let in, and who is an admin. */
public final class Access {
  private final AccessSettings settings;

  public Access(AccessSettings settings) {
    this.settings = settings;
  }

  /** Whether this person may use the bot in this place. Admins always may. */
  public boolean mayUse(Person person, Place place) {
    throw new UnsupportedOperationException(settings + "" + person + place);
  }

  /** Whether this person may use the admin commands. */
  public boolean isAdmin(Person person) {
    throw new UnsupportedOperationException(person.toString());
  }
}
