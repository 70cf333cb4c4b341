package io.switchboard.act.deed;

import io.switchboard.chat.PersonId;
import io.switchboard.member.Member;
import java.util.List;
import java.util.Optional;

/**
 * Somebody, whether they ever wrote or not.
 *
 * @param name for people to read
 * @param accounts all that they have, at least one
 * @param member empty if they never wrote
 */
public record Whom(String name, List<PersonId> accounts, Optional<Member> member) {
  public Whom {
    accounts = List.copyOf(accounts);
  }
}
