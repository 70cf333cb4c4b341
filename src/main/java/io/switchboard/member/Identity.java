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
 * @param language what the platform says that they speak
 * @param seenAt when name and handle were last looked at
 */
record Identity(
    PersonId person,
    MemberId member,
    String name,
    @Nullable String handle,
    Locale language,
    Instant seenAt) {
  private static final MemberId NOBODY_YET = new MemberId(0);
  private static final int LONGEST_NAME = 400;
  private static final int LONGEST_TAG = 100;

  static Identity of(Person person, Instant now) {
    String handle = person.handle();
    return new Identity(
        person.id(),
        NOBODY_YET,
        shortened(person.name()),
        handle == null || handle.isBlank() ? null : shortened(handle.toLowerCase(Locale.ROOT)),
        known(person.locale()),
        now);
  }

  Identity withMember(MemberId owner) {
    return new Identity(person, owner, name, handle, language, seenAt);
  }

  boolean looksLike(Identity other) {
    return name.equals(other.name)
        && Objects.equals(handle, other.handle)
        && language.equals(other.language);
  }

  /** Platforms tell all sorts of locales; an endless one is no language. */
  private static Locale known(Locale locale) {
    String tag = locale.toLanguageTag();
    return tag.length() > LONGEST_TAG ? Locale.ENGLISH : Locale.forLanguageTag(tag);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_NAME) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_NAME - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_NAME - end);
  }
}
