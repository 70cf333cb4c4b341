package io.switchboard.sandbox;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Those one can be in the sandbox. */
public final class SandboxPeople {
  /** Given to all but the stranger; for {@code access.allow}. */
  public static final String MEMBER = "sandbox-role:member";

  /** Given to Ada; for {@code access.admins}. */
  public static final String ADMIN = "sandbox-role:admin";

  private static final List<Person> ALL =
      List.of(
          person("ada", "Ada", "en", MEMBER, ADMIN),
          person("ben", "Ben", "en", MEMBER),
          person("chloe", "Chloé", "fr", MEMBER),
          person("minjun", "민준", "ko", MEMBER),
          person("xiaoyu", "小雨", "zh-Hans", MEMBER),
          person("yiting", "怡婷", "zh-Hant", MEMBER),
          person("zed", "Zed", "en"));

  private SandboxPeople() {}

  /** All of them; the first is the admin, the last is let in nowhere. */
  public static List<Person> all() {
    return ALL;
  }

  /** The one with that handle or id. */
  static Optional<Person> named(String name) {
    return ALL.stream()
        .filter(p -> p.id().value().equals(name) || name.equals(p.handle()))
        .findFirst();
  }

  /** The person's own chat with the bot. */
  static PlaceId privateChat(Person person) {
    return new PlaceId("sandbox:private/" + person.handle());
  }

  private static Person person(String handle, String name, String language, String... roles) {
    return new Person(
        new PersonId("sandbox:" + handle),
        name,
        handle,
        Locale.forLanguageTag(language),
        Set.of(roles));
  }
}
