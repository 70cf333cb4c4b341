package io.switchboard.command.visit;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Origin;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.Asker;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/**
 * Somebody who was let in, doing one thing.
 *
 * @param words their language
 * @param admin whether they may use the admin commands
 */
public record Visit(Member member, Origin origin, Words words, boolean admin) {
  /** What the configuration calls an admin among the roles that limits are looked up by. */
  private static final String ADMIN_ROLE = "switchboard-admin";

  /** Who they are. */
  public MemberId id() {
    return member.id();
  }

  /** Where they are. */
  public Place place() {
    return origin.place();
  }

  /** The id of where they are. */
  public PlaceId placeId() {
    return origin.place().id();
  }

  /** The zone in which they read and write times. */
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  /** Who asks, for the queue. */
  public Asker asker() {
    Set<String> roles = new HashSet<>(origin.sender().roles());
    if (admin) {
      roles.add(ADMIN_ROLE);
    }
    return new Asker(member.id(), roles, origin.place());
  }
}
