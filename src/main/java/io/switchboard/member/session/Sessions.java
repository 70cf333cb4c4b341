package io.switchboard.member.session;

import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.Merging;
import io.switchboard.member.access.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The browsers in which members are signed in. */
public final class Sessions implements Merging {
  /** How long somebody stays signed in. */
  public static final Duration LENGTH = Duration.ofDays(14);

  private static final Duration SEEN_EVERY = Duration.ofHours(1);
  private static final int MOST_LISTED = 50;

  private final Database database;
  private final InstantSource time;
  private final Members members;
  private final Function<PersonId, Standing> standings;

  /**
   * @param standings what admins said of people: who is kept out is not signed in either
   */
  public Sessions(
      Database database,
      InstantSource time,
      Members members,
      Function<PersonId, Standing> standings) {
    this.database = database;
    this.time = time;
    this.members = members;
    this.standings = standings;
  }

  /** In the transaction that signs a member in: the secret of the new session, kept nowhere. */
  static String begin(
      Handle h, MemberId member, @Nullable LetIn account, String browser, Instant now) {
    String secret = Secrets.random();
    h.createUpdate("delete from web_session where ends_at <= :now").bind("now", now).execute();
    h.createUpdate(
            "insert into web_session (secret_hash, member_id, browser, created_at, seen_at,"
                + " ends_at, person, roles) values (:hash, :member, :browser, :now, :now, :ends,"
                + " :person, :roles)")
        .bind("hash", Secrets.hash(secret))
        .bind("member", member.value())
        .bind("browser", browser)
        .bind("now", now)
        .bind("ends", now.plus(LENGTH))
        .bind("person", account == null ? null : account.account().value())
        .bind("roles", account == null ? "" : account.written())
        .execute();
    return secret;
  }

  /** The session with this secret, unless it has ended or its member is kept out. */
  public Optional<Session> of(String secret) {
    Instant now = time.instant();
    Optional<Session> found =
        database.read(
            h ->
                h.createQuery(
                        "select * from web_session where secret_hash = :hash and ends_at > :now")
                    .bind("hash", Secrets.hash(secret))
                    .bind("now", now)
                    .map(Sessions::read)
                    .findOne());
    Optional<Session> valid = found.filter(session -> isIn(session.member()));
    valid
        .filter(session -> session.seenAt().plus(SEEN_EVERY).isBefore(now))
        .ifPresent(session -> seen(session.id(), now));
    return valid;
  }

  private boolean isIn(MemberId member) {
    List<PersonId> accounts = members.identities(member);
    return !accounts.isEmpty()
        && accounts.stream()
            .map(standings)
            .allMatch(s -> s instanceof Standing.Allowed || s instanceof Standing.Unknown);
  }

  private void seen(long session, Instant now) {
    database.useTransaction(
        h ->
            h.createUpdate("update web_session set seen_at = :now where id = :id")
                .bind("now", now)
                .bind("id", session)
                .execute());
  }

  /** A member's sessions, the newest first; 50 at most. */
  public List<Session> list(MemberId member) {
    return database.read(
        h ->
            h.createQuery(
                    "select * from web_session where member_id = :member and ends_at > :now order"
                        + " by created_at desc, id desc limit :most")
                .bind("member", member.value())
                .bind("now", time.instant())
                .bind("most", MOST_LISTED)
                .map(Sessions::read)
                .list());
  }

  /** Ends one of this member's; false if it is none. */
  public boolean end(long session, MemberId member) {
    return database.inTransaction(
        h ->
            h.createUpdate("delete from web_session where id = :id and member_id = :member")
                    .bind("id", session)
                    .bind("member", member.value())
                    .execute()
                == 1);
  }

  /** Ends all of this member's; how many. */
  public int endAll(MemberId member) {
    return database.inTransaction(
        h ->
            h.createUpdate("delete from web_session where member_id = :member")
                .bind("member", member.value())
                .execute());
  }

  /** Whoever becomes a part of another is signed out: the browser was let in by the one before. */
  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    for (String table : List.of("web_session", "login_link")) {
      h.createUpdate("delete from " + table + " where member_id = :from")
          .bind("from", from.value())
          .execute();
    }
  }

  private static Session read(ResultSet rs, StatementContext context) throws SQLException {
    return new Session(
        rs.getLong("id"),
        new MemberId(rs.getLong("member_id")),
        rs.getString("browser"),
        Times.at(rs, "created_at"),
        Times.at(rs, "seen_at"));
  }
}
