package io.switchboard.member.access;

import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * What admins say about people at run time. It is kept for an account on a platform; what is said
 * of one account of a member counts for all of them, and the strictest word counts.
 */
public final class Standings {
  private final Database database;
  private final InstantSource time;
  private final ZoneId zone;

  /** Whose hours are by universal time. */
  public Standings(Database database, InstantSource time) {
    this(database, time, ZoneId.of("UTC"));
  }

  /**
   * What admins say.
   *
   * @param zone of the clock by which hours are meant
   */
  public Standings(Database database, InstantSource time, ZoneId zone) {
    this.database = database;
    this.time = time;
    this.zone = zone;
  }

  private record Row(
      boolean allowed,
      boolean banned,
      boolean paused,
      @Nullable Instant pausedUntil,
      @Nullable Instant endsAt,
      @Nullable Hours hours,
      Role role) {}

  /** How somebody stands now. */
  public Standing of(PersonId person) {
    Instant now = time.instant();
    List<Row> rows = database.read(h -> rows(h, person));
    if (rows.stream().anyMatch(Row::banned)) {
      return new Standing.Banned();
    }
    for (Row row : rows) {
      Instant ends = row.endsAt();
      if (ends != null && !now.isBefore(ends)) {
        return new Standing.Ended(ends);
      }
    }
    for (Row row : rows) {
      Instant until = row.pausedUntil();
      if (row.paused() && (until == null || now.isBefore(until))) {
        return new Standing.Paused(until);
      }
    }
    for (Row row : rows) {
      Hours hours = row.hours();
      if (hours != null && !hours.open(now, zone)) {
        return new Standing.OutOfHours(hours.opensAfter(now, zone));
      }
    }
    return rows.stream().anyMatch(row -> row.allowed() || row.role() != Role.MEMBER)
        ? new Standing.Allowed()
        : new Standing.Unknown();
  }

  /** What admins made of them; nobody who is out is more than a member. */
  public Role role(PersonId person) {
    return of(person) instanceof Standing.Allowed
        ? database.read(h -> rows(h, person)).stream()
            .map(Row::role)
            .max(Comparator.naturalOrder())
            .orElse(Role.MEMBER)
        : Role.MEMBER;
  }

  /** The accounts of all whom admins made more than members, whether they are let in or not. */
  public List<PersonId> raised() {
    return database.read(
        h ->
            h.createQuery(
                    "select person from person_access where role is not null union select i.person"
                        + " from identity i join identity own on own.member = i.member join"
                        + " person_access a on a.person = own.person where a.role is not null order"
                        + " by person")
                .map((row, context) -> new PersonId(row.getString(1)))
                .list());
  }

  /** The hours in which they are let in; null for always. */
  public @Nullable Hours hours(PersonId person) {
    return database.read(h -> rows(h, person)).stream()
        .map(Row::hours)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Until when somebody is let in; null for no end. */
  public @Nullable Instant endsAt(PersonId person) {
    return database.read(h -> rows(h, person)).stream()
        .map(Row::endsAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static List<Row> rows(Handle h, PersonId person) {
    return h.createQuery(
            "select * from person_access where person = :person or person in (select i.person from"
                + " identity i join identity own on own.member = i.member where own.person ="
                + " :person)")
        .bind("person", person.value())
        .map(Standings::read)
        .list();
  }

  private static Row read(ResultSet row, StatementContext context) throws SQLException {
    String hours = row.getString("hours");
    String role = row.getString("role");
    return new Row(
        row.getBoolean("allowed"),
        row.getBoolean("banned"),
        row.getBoolean("paused"),
        Times.atOrNull(row, "paused_until"),
        Times.atOrNull(row, "ends_at"),
        hours == null ? null : Hours.parse(hours),
        role == null ? Role.MEMBER : Role.valueOf(role));
  }

  /** Lets an account in, in the transaction of the caller, who has called {@link #know}. */
  static void admit(Handle h, PersonId account) {
    h.createUpdate("update person_access set allowed = true where person = :person")
        .bind("person", account.value())
        .execute();
  }

  /** Makes sure that there is a row to be changed. */
  public void know(PersonId account) {
    if (database.read(h -> known(h, account))) {
      return;
    }
    try {
      database.useTransaction(
          h ->
              h.createUpdate(
                      "insert into person_access (person, allowed, banned, paused) values (:person,"
                          + " false, false, false)")
                  .bind("person", account.value())
                  .execute());
    } catch (UnableToExecuteStatementException e) {
      if (!database.read(h -> known(h, account))) {
        throw e;
      }
    }
  }

  private static boolean known(Handle h, PersonId account) {
    return h.createQuery("select count(*) from person_access where person = :person")
            .bind("person", account.value())
            .mapTo(int.class)
            .one()
        > 0;
  }
}
