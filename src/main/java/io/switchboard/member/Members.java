package io.switchboard.member;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Everybody who ever was let in. */
public final class Members {
  /**
   * How old the note of when somebody was last seen may become; keeps most messages to one read.
   */
  private static final Duration SEEN_EVERY = Duration.ofHours(1);

  private static final Pattern MENTION = Pattern.compile("[a-z]{1,40}:[0-9]{1,20}");

  private final Database database;
  private final InstantSource time;
  private final List<Welcome> welcomes = new CopyOnWriteArrayList<>();

  public Members(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /** The member behind this person, made on the first call; keeps name and handle up to date. */
  public Member recognize(Person person) {
    Instant now = time.instant();
    Identity seen = Identity.of(person, now);
    Identity known = database.read(h -> IdentityTable.find(h, person.id()).orElse(null));
    if (known == null) {
      known = introduce(seen, now);
    }
    if (!seen.looksLike(known) || known.seenAt().plus(SEEN_EVERY).isBefore(now)) {
      database.useTransaction(h -> IdentityTable.update(h, seen));
    }
    MemberId id = known.member();
    return find(id).orElseThrow(() -> new IllegalStateException("member " + id + " is gone"));
  }

  /** Hears of accounts that become members: never seen before, or forgotten since. */
  @FunctionalInterface
  public interface Welcome {
    /** In the transaction in which they do. */
    void came(Handle h, PersonId account, MemberId member);
  }

  /** Tells this of each account that becomes a member from now on. */
  public void welcomeBy(Welcome welcome) {
    welcomes.add(welcome);
  }

  /** Adds the person, unless another thread or process was faster. */
  private Identity introduce(Identity newcomer, Instant now) {
    try {
      return database.inTransaction(
          h -> {
            Identity added = newcomer.withMember(MemberTable.insert(h, newcomer, now));
            IdentityTable.insert(h, added);
            welcomes.forEach(w -> w.came(h, added.person(), added.member()));
            return added;
          });
    } catch (UnableToExecuteStatementException e) {
      return database.read(h -> IdentityTable.find(h, newcomer.person())).orElseThrow(() -> e);
    }
  }

  /** Who they are now: another, if they became a part of one; in a transaction. */
  public static MemberId now(Handle h, MemberId id) {
    return MemberTable.mergedInto(h, id).orElse(id);
  }

  /** The member of that number. */
  public Optional<Member> find(MemberId id) {
    return database.read(h -> MemberTable.find(h, id));
  }

  /**
   * Who is meant by {@code @handle}, {@code discord:123} or {@code telegram:456}; a handle on two
   * platforms gives the one of the asker's platform. Case does not matter, nor does the at sign.
   */
  public Optional<Member> named(String reference, String platform) {
    String wanted = reference.strip();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return database.read(h -> identity(h, wanted, platform).flatMap(i -> MemberTable.find(h, i)));
  }

  private static Optional<MemberId> identity(Handle h, String wanted, String platform) {
    if (wanted.indexOf(':') > 0) {
      PersonId person = new PersonId(wanted.toLowerCase(Locale.ROOT));
      return IdentityTable.find(h, person).map(Identity::member);
    }
    String handle = wanted.startsWith("@") ? wanted.substring(1) : wanted;
    List<Identity> found = IdentityTable.withHandle(h, handle.toLowerCase(Locale.ROOT));
    return found.stream()
        .filter(identity -> identity.person().platform().equals(platform))
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(Identity::member);
  }

  /**
   * Whoever is meant by a platform's id, such as {@code discord:123}, which is also what a mention
   * is read as: somebody who never wrote becomes a member by it, without a name until they do.
   */
  public Optional<Member> mentioned(String reference) {
    String id = reference.strip().toLowerCase(Locale.ROOT);
    return couldBe(id)
        ? Optional.of(recognize(new Person(new PersonId(id), id, null, Locale.ENGLISH, Set.of())))
        : Optional.empty();
  }

  /** Whether it is written like a platform's id of somebody. */
  public static boolean couldBe(String reference) {
    return MENTION.matcher(reference.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /** An account, as it was seen last. */
  public record Seen(PersonId person, String name) {}

  /** The accounts that were seen last, the latest first. */
  public List<Seen> seenLast(int most) {
    return database.read(
        h ->
            h.createQuery("select person, name from identity order by seen_at desc limit :most")
                .bind("most", most)
                .map(
                    (row, c) ->
                        new Seen(new PersonId(row.getString("person")), row.getString("name")))
                .list());
  }

  /**
   * The same of those whose name or handle has these letters in it.
   *
   * @param letters none for all
   */
  public List<Seen> seenLast(String letters, int most) {
    String wanted = letters.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_@]", "");
    return database.read(
        h ->
            h.createQuery(
                    "select person, name from identity where lower(name) like :wanted or handle"
                        + " like :wanted order by seen_at desc limit :most")
                .bind("wanted", "%" + wanted + "%")
                .bind("most", most)
                .map(
                    (row, c) ->
                        new Seen(new PersonId(row.getString("person")), row.getString("name")))
                .list());
  }

  /**
   * Accounts of those who perhaps read another language than their platform's first of that name:
   * they chose one, or Chinese is read there, in which there are two. The one seen last first.
   */
  public List<Reading> readingOtherwise(int most) {
    return database.read(h -> IdentityTable.readingOtherwise(h, most));
  }

  /** The platform accounts of a member. */
  public List<PersonId> identities(MemberId id) {
    return database.read(h -> IdentityTable.of(h, id));
  }

  /** What all members are called: their names as they are shown, their handles after an at sign. */
  public List<String> calledNames() {
    return database.read(IdentityTable::calledNames);
  }

  /** Where a member's days begin; empty if they never said. */
  public Optional<HomeZone> zone(MemberId id) {
    return database.read(h -> zone(h, id));
  }

  /** The same within a transaction. */
  public static Optional<HomeZone> zone(Handle h, MemberId id) {
    return ZoneTable.find(h, id);
  }

  /** Keeps where a member's days begin; null for where the server's do. */
  public void setZone(MemberId id, @Nullable ZoneId zone) {
    Instant now = time.instant();
    database.useTransaction(h -> ZoneTable.set(h, id, zone, now));
  }

  /** Keeps a member's choice of language; null follows the platform again. */
  public void setLanguage(MemberId id, @Nullable Locale language) {
    database.useTransaction(h -> MemberTable.setLanguage(h, id, language));
  }
}
