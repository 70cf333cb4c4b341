package io.switchboard.member;

import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.member.code.Codes;
import io.switchboard.member.code.WrongTries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes two members one by a one-time code, and takes an account out again. */
public final class Linking {
  /** How long a code is good for. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(15);

  private final Database database;
  private final InstantSource time;
  private final List<Merging> rooms;
  private final WrongTries tries;

  /**
   * The link between accounts.
   *
   * @param rooms all that keep something of members, in the order in which they take their locks
   */
  public Linking(Database database, InstantSource time, List<Merging> rooms) {
    this.database = database;
    this.time = time;
    this.rooms = List.copyOf(rooms);
    this.tries = new WrongTries(time);
  }

  /** A code to be entered from the other account; the account's earlier ones are void. */
  public String offer(PersonId account) {
    String code = Codes.random();
    Instant now = time.instant();
    database.useTransaction(
        h -> {
          h.createUpdate("delete from link_code where person = :person or ends_at <= :now")
              .bind("person", account.value())
              .bind("now", now)
              .execute();
          h.createUpdate(
                  "insert into link_code (code_hash, person, ends_at) values (:hash, :person,"
                      + " :ends)")
              .bind("hash", Codes.hash(code))
              .bind("person", account.value())
              .bind("ends", now.plus(GOOD_FOR))
              .execute();
        });
    return code;
  }

  /** What became of a code. */
  public sealed interface Outcome {
    /** The two are one now. */
    record Linked(MemberId from, MemberId to) implements Outcome {}

    /** They were one already; the code is still good. */
    record Same() implements Outcome {}

    /** There is no such code, or it is over or was used. */
    record Wrong() implements Outcome {}

    /** Too many wrong ones; none is looked at for a while. */
    record TooMany() implements Outcome {}
  }

  /** The account's member becomes a part of the one whose code it is. */
  public Outcome enter(String code, PersonId account) {
    if (!tries.mayTry(account)) {
      return new Outcome.TooMany();
    }
    Outcome outcome =
        Codes.looksRight(code)
            ? database.inTransaction(h -> enter(h, Codes.hash(code), account))
            : new Outcome.Wrong();
    if (outcome instanceof Outcome.Wrong) {
      tries.wrong(account);
    }
    return outcome;
  }

  private Outcome enter(Handle h, String hash, PersonId account) {
    Optional<PersonId> maker =
        h.createQuery(
                "select person from link_code where code_hash = :hash and ends_at > :now for"
                    + " update")
            .bind("hash", hash)
            .bind("now", time.instant())
            .map((row, context) -> new PersonId(row.getString("person")))
            .findOne();
    Optional<MemberId> to = maker.flatMap(m -> IdentityTable.find(h, m)).map(Identity::member);
    Optional<MemberId> from = IdentityTable.find(h, account).map(Identity::member);
    if (to.isEmpty() || from.isEmpty()) {
      return new Outcome.Wrong();
    }
    if (to.equals(from)) {
      return new Outcome.Same();
    }
    h.createUpdate("delete from link_code where code_hash = :hash").bind("hash", hash).execute();
    rooms.forEach(room -> room.merge(h, from.get(), to.get()));
    MemberTable.merge(h, from.get(), to.get());
    ZoneTable.merge(h, from.get(), to.get(), time.instant());
    return new Outcome.Linked(from.get(), to.get());
  }

  /**
   * Takes an account out of its member.
   *
   * @return the new member; empty if the account is not this member's, or their only one
   */
  public Optional<MemberId> unlink(PersonId account, MemberId member) {
    return database.inTransaction(
        h -> {
          List<PersonId> accounts = IdentityTable.of(h, member);
          if (accounts.size() < 2 || !accounts.contains(account)) {
            return Optional.<MemberId>empty();
          }
          Identity identity = IdentityTable.find(h, account).orElseThrow();
          MemberId part = MemberTable.insert(h, identity, time.instant());
          IdentityTable.move(h, account, part);
          rooms.forEach(room -> room.split(h, member, part));
          return Optional.of(part);
        });
  }
}
