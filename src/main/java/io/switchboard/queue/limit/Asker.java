package io.switchboard.queue.limit;

import io.switchboard.chat.Place;
import io.switchboard.member.MemberId;
import java.util.Set;

/**
 * Who asks, and where: what limits are looked up by.
 *
 * @param roles in the configuration's words
 */
public record Asker(MemberId member, Set<String> roles, Place place) {
  public Asker {
    roles = Set.copyOf(roles);
  }
}
