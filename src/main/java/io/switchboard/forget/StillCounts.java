package io.switchboard.forget;

import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.ledger.Beside;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * To be forgotten is no way to a fresh quota. The number of a forgotten member stays with what was
 * used, and with the limits that admins set; a mark leads there, which is made from an account's id
 * with a key that is not in the database. Whoever comes back with that account begins with it. It
 * ends with the longest window; with limits that admins set, it stays, as a ban does.
 */
public final class StillCounts implements Members.Welcome {
  private final Database database;
  private final InstantSource time;
  private final Limits limits;
  private final UnaryOperator<String> mark;

  /**
   * What still counts.
   *
   * @param mark makes the same 64 characters of the same text, and nobody can turn it around
   */
  public StillCounts(
      Database database, InstantSource time, Limits limits, UnaryOperator<String> mark) {
    this.database = database;
    this.time = time;
    this.limits = limits;
    this.mark = mark;
  }

  private String mark(String account) {
    return mark.apply("forgotten " + account);
  }

  /** A member is forgotten, whose platform accounts are these. */
  void keep(Handle h, long member, List<String> accounts) {
    boolean limited =
        count(h, "limit_override", member) + count(h, "limit_model", member) > 0
            || !Beside.of(h, Subjects.of(new MemberId(member))).equals(Beside.NOTHING);
    Instant until = limited ? null : time.instant().plus(Window.LONGEST);
    for (String account : accounts) {
      String mark = mark(account);
      h.createUpdate("delete from forgotten_mark where mark = :mark").bind("mark", mark).execute();
      insert(h, mark, member, until);
    }
    letGo(h);
  }

  private static long count(Handle h, String table, long member) {
    return h.createQuery("select count(*) from " + table + " where member = :member")
        .bind("member", member)
        .mapTo(long.class)
        .one();
  }

  private static void insert(Handle h, String mark, long member, @Nullable Instant until) {
    h.createUpdate(
            "insert into forgotten_mark (mark, member, until_at) values (:mark, :member, :until)")
        .bind("mark", mark)
        .bind("member", member)
        .bind("until", until)
        .execute();
  }

  @Override
  public void came(Handle h, PersonId account, MemberId member) {
    h.createQuery(
            "select member from forgotten_mark where mark = :mark and (until_at is null or until_at"
                + " > :now)")
        .bind("mark", mark(account.value()))
        .bind("now", time.instant())
        .mapTo(Long.class)
        .findOne()
        .ifPresent(before -> limits.split(h, new MemberId(before), member));
  }

  /** What counts no more goes; to be called now and then. */
  void sweep() {
    database.useTransaction(
        h -> {
          h.createUpdate("delete from forgotten_mark where until_at <= :now")
              .bind("now", time.instant())
              .execute();
          letGo(h);
        });
  }

  /** What was set for numbers to which no mark leads any more, and nobody has. */
  private static void letGo(Handle h) {
    for (String table : List.of("limit_override", "limit_model")) {
      h.createUpdate(
              "delete from "
                  + table
                  + " where not exists (select 1 from member m where m.id = "
                  + table
                  + ".member) and not exists (select 1 from forgotten_mark f where f.member = "
                  + table
                  + ".member)")
          .execute();
    }
    h.createUpdate(
            "delete from limit_beside where subject like 'member:%' and not exists (select 1 from"
                + " member m where limit_beside.subject = 'member:' || cast(m.id as varchar(20)))"
                + " and not exists (select 1 from forgotten_mark f where limit_beside.subject ="
                + " 'member:' || cast(f.member as varchar(20)))")
        .execute();
  }
}
