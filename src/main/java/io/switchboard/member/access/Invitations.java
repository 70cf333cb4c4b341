package io.switchboard.member.access;

import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.time.Times;
import io.switchboard.member.MemberId;
import io.switchboard.member.code.Codes;
import io.switchboard.member.code.WrongTries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Codes that let people in who are not on any list. */
public final class Invitations {
  /** The longest that a code may be good for. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** As often as one code may be used at most. */
  public static final int MOST_USES = 10_000;

  private final Database database;
  private final InstantSource time;
  private final Standings standings;
  private final WrongTries tries;

  public Invitations(Database database, InstantSource time, Standings standings) {
    this.database = database;
    this.time = time;
    this.standings = standings;
    this.tries = new WrongTries(time);
  }

  /** A code for an invitation that is still to be added. */
  public static String fresh() {
    return Codes.random();
  }

  /** What is kept of a code. */
  public static String hash(String code) {
    return Codes.hash(code);
  }

  /**
   * Adds one in the transaction of the caller.
   *
   * @param uses how many people it lets in, 1 to {@link #MOST_USES}
   * @param ends at most {@link #LONGEST} from now
   */
  public void add(Handle h, String hash, MemberId by, int uses, Instant ends) {
    h.createUpdate("delete from invitation where ends_at <= :now or uses_left < 1")
        .bind("now", time.instant())
        .execute();
    h.createUpdate(
            "insert into invitation (code_hash, made_by, uses_left, ends_at) values (:hash,"
                + " :by, :uses, :ends)")
        .bind("hash", hash)
        .bind("by", by.value())
        .bind("uses", uses)
        .bind("ends", ends)
        .execute();
  }

  /** Until when somebody can come in by it; empty if nobody can any more. */
  public Optional<Instant> until(Handle h, String hash) {
    return h.createQuery(
            "select ends_at from invitation where code_hash = :hash and uses_left > 0 and ends_at >"
                + " :now")
        .bind("hash", hash)
        .bind("now", time.instant())
        .map((row, context) -> Times.at(row, "ends_at"))
        .findOne();
  }

  /** Nobody comes in by it any more. */
  public void withdraw(Handle h, String hash) {
    h.createUpdate("delete from invitation where code_hash = :hash").bind("hash", hash).execute();
  }

  /** What became of a code that somebody typed. */
  public enum Outcome {
    /** They are let in from now on. */
    LET_IN,
    /** There is no such code, or it is over or used up. */
    WRONG,
    /** Too many wrong ones; none is looked at for a while. */
    TOO_MANY
  }

  /** Uses a code for this person. */
  public Outcome use(String code, PersonId person) {
    if (!tries.mayTry(person)) {
      return Outcome.TOO_MANY;
    }
    if (Codes.looksRight(code)) {
      standings.know(person);
      Instant now = time.instant();
      boolean taken =
          database.inTransaction(
              h -> {
                int changed =
                    h.createUpdate(
                            "update invitation set uses_left = uses_left - 1 where code_hash ="
                                + " :hash and uses_left > 0 and ends_at > :now")
                        .bind("hash", Codes.hash(code))
                        .bind("now", now)
                        .execute();
                if (changed == 1) {
                  Standings.admit(h, person);
                }
                return changed == 1;
              });
      if (taken) {
        return Outcome.LET_IN;
      }
    }
    tries.wrong(person);
    return Outcome.WRONG;
  }
}
