package io.switchboard.member;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member's account on a platform.
 *
 * @param handle in lower case; null if the platform told none
 * @param seenAt when name and handle were last looked at
 */
record Identity(
    PersonId person, MemberId member, String name, @Nullable String handle, Instant seenAt) {
  private static final MemberId NOBODY_YET = new MemberId(0);
  private static final int LONGEST_NAME = 400;

  static Identity of(Person person, Instant now) {
    String handle = person.handle();
    return new Identity(
        person.id(),
        NOBODY_YET,
        shortened(person.name()),
        handle == null || handle.isBlank() ? null : shortened(handle.toLowerCase(Locale.ROOT)),
        now);
  }

  Identity withMember(MemberId owner) {
    return new Identity(person, owner, name, handle, seenAt);
  }

  boolean looksLike(Identity other) {
    return name.equals(other.name) && Objects.equals(handle, other.handle);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_NAME) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_NAME - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_NAME - end);
  }
}
