package io.switchboard.command.visit;

import io.switchboard.act.deed.Doer;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Origin;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.access.Role;
import io.switchboard.queue.limit.Asker;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who was let in, doing one thing.
 *
 * @param words their language
 * @param role what they may do
 */
public record Visit(Member member, Origin origin, Words words, Role role) {
  /** Begins what the configuration calls our roles, by which limits are looked up, too. */
  private static final String ROLE = "switchboard-";

  /** Whether they may use all admin commands. */
  public boolean admin() {
    return role.atLeast(Role.ADMIN);
  }

  /** Who they are. */
  public MemberId id() {
    return member.id();
  }

  /** Who they are to whoever carries out what admins do. */
  public Doer doer() {
    return new Doer(member.id(), role);
  }

  /** Where they are. */
  public Place place() {
    return origin.place();
  }

  /** The id of where they are. */
  public PlaceId placeId() {
    return origin.place().id();
  }

  /** Who asks, for the queue. */
  public Asker asker() {
    Set<String> roles = new HashSet<>(origin.sender().roles());
    for (Role held : Role.values()) {
      if (held != Role.MEMBER && role.atLeast(held)) {
        roles.add(ROLE + held.name().toLowerCase(Locale.ROOT));
      }
    }
    return new Asker(member.id(), roles, origin.place());
  }
}
