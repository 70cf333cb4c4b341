package io.switchboard.member.look;

import io.switchboard.chat.PersonId;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member in a list.
 *
 * @param accounts at least one
 */
public record Listed(MemberId id, String name, Instant since, List<Account> accounts) {
  public Listed {
    accounts = List.copyOf(accounts);
  }

  /**
   * Theirs on a platform.
   *
   * @param handle without the at sign; null if the platform told none
   */
  public record Account(PersonId id, @Nullable String handle) {}
}
