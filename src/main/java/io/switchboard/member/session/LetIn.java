package io.switchboard.member.session;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * By which account a browser was signed in, and which roles that had then.
 *
 * @param roles in the configuration's words
 */
record LetIn(PersonId account, Set<String> roles) {
  private static final int MOST = 200;

  LetIn {
    roles = Set.copyOf(roles);
  }

  static LetIn of(Person person) {
    return new LetIn(person.id(), person.roles());
  }

  /** As a column keeps it. */
  String written() {
    return String.join("\n", roles.stream().sorted().limit(MOST).toList());
  }

  static LetIn read(String person, String roles) {
    Set<String> all = new LinkedHashSet<>(List.of(roles.split("\n", -1)));
    all.remove("");
    return new LetIn(new PersonId(person), all);
  }

  /** Of a session; empty for one of the time before this was kept. */
  static Optional<LetIn> of(Handle h, long session) {
    return h.createQuery(
            "select person, roles from web_session where id = :id and person is not null")
        .bind("id", session)
        .map((row, context) -> read(row.getString("person"), row.getString("roles")))
        .findOne();
  }
}
