package io.switchboard.member;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everybody who ever was let in. */
public final class Members {
  private final Database database;
  private final InstantSource time;

  public Members(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /** The member behind this person, made on the first call; keeps name and handle up to date. */
  public Member recognize(Person person) {
    throw new UnsupportedOperationException(database.dialect() + "" + time + person);
  }

  /** The member of that number. */
  public Optional<Member> find(MemberId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /**
   * Who is meant by {@code @handle}, {@code discord:123} or {@code telegram:456}; a handle on two
   * platforms gives the one of the asker's platform.
   */
  public Optional<Member> named(String reference, String platform) {
    throw new UnsupportedOperationException(reference + platform);
  }

  /** The platform accounts of a member. */
  public List<PersonId> identities(MemberId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /** Keeps a member's choice of language. */
  public void setLanguage(MemberId id, Locale language) {
    throw new UnsupportedOperationException(id + "" + language);
  }
}
