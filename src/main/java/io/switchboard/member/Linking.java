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
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** Makes two members one by a one-time code, and takes an account out again. */
public final class Linking {
  /** How long a code is good for. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(15);

  /** Longer than anything that was begun before still takes. */
  private static final Duration GATHERED_FOR = Duration.ofHours(3);

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
    /** Nothing stands in the way of becoming one with that member. */
    record Would(MemberId to) implements Outcome {}

    /** The two are one now. */
    record Linked(MemberId from, MemberId to) implements Outcome {}

    /** They were one already; the code is still good. */
    record Same() implements Outcome {}

    /** There is no such code, or it is over or was used. */
    record Wrong() implements Outcome {}

    /** Too many wrong ones; none is looked at for a while. */
    record TooMany() implements Outcome {}
  }

  /** What would become of a code, which stays as it is; a wrong one counts as a try. */
  public Outcome look(String code, PersonId account) {
    return trying(code, account, (h, hash) -> look(h, hash, account));
  }

  /** The account's member becomes a part of the one whose code it is. */
  public Outcome enter(String code, PersonId account) {
    return trying(code, account, (h, hash) -> enter(h, hash, account));
  }

  private Outcome trying(
      String code, PersonId account, BiFunction<Handle, String, Outcome> withHash) {
    if (!tries.mayTry(account)) {
      return new Outcome.TooMany();
    }
    Outcome outcome =
        Codes.looksRight(code)
            ? database.inTransaction(h -> withHash.apply(h, Codes.hash(code)))
            : new Outcome.Wrong();
    if (outcome instanceof Outcome.Wrong) {
      tries.wrong(account);
    }
    return outcome;
  }

  private Outcome look(Handle h, String hash, PersonId account) {
    Optional<PersonId> maker =
        h.createQuery(
                "select person from link_code where code_hash = :hash and ends_at > :now for"
                    + " update")
            .bind("hash", hash)
            .bind("now", time.instant())
            .map((row, context) -> new PersonId(row.getString("person")))
            .findOne();
    Optional<MemberId> to = maker.flatMap(m -> member(h, m));
    Optional<MemberId> from = member(h, account);
    if (to.isEmpty() || from.isEmpty()) {
      return new Outcome.Wrong();
    }
    return to.equals(from) ? new Outcome.Same() : new Outcome.Would(to.get());
  }

  private static Optional<MemberId> member(Handle h, PersonId account) {
    return IdentityTable.find(h, account).map(Identity::member);
  }

  private Outcome enter(Handle h, String hash, PersonId account) {
    if (look(h, hash, account) instanceof Outcome.Would(MemberId seen)) {
      member(h, account).ifPresent(from -> MemberTable.lock(h, from, seen));
    }
    // Again, for either may have become a part of a third while we waited for them.
    Outcome outcome = look(h, hash, account);
    if (!(outcome instanceof Outcome.Would(MemberId to))) {
      return outcome;
    }
    MemberId from = member(h, account).orElseThrow();
    MemberTable.lock(h, from, to);
    h.createUpdate("delete from link_code where code_hash = :hash").bind("hash", hash).execute();
    become(h, from, to);
    MemberTable.merge(h, from, to, time.instant());
    ZoneTable.merge(h, from, to, time.instant());
    return new Outcome.Linked(from, to);
  }

  private void become(Handle h, MemberId from, MemberId to) {
    rooms.forEach(room -> room.merge(h, from, to));
  }

  /**
   * Whoever was asking something in the moment in which they were linked may have left it with the
   * member that is empty now: brings it after them. To be called then, and now and then.
   */
  public void gather() {
    Instant since = time.instant().minus(GATHERED_FOR);
    for (MemberTable.Merged merged : database.read(h -> MemberTable.mergedSince(h, since))) {
      database.useTransaction(
          h -> {
            MemberTable.lock(h, merged.from(), merged.to());
            become(h, merged.from(), merged.to());
          });
    }
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
