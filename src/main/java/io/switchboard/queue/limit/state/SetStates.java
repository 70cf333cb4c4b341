package io.switchboard.queue.limit.state;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.ledger.BoostTable;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What admins set for members, as text that people can read and that can be put back. Whoever reads
 * keeps all others from changing it, and from being let in by it, until the transaction ends.
 */
public final class SetStates {
  /** Nothing is set. */
  public static final String RULES = "by the rules";

  private final Subjects subjects;
  private final Database database;
  private final SharedTime time;

  /** By the same time as the limits. */
  public SetStates(Subjects subjects, Database database, SharedTime time) {
    this.subjects = subjects;
    this.database = database;
    this.time = time;
  }

  /** To be called before a transaction that reads what is set for the member. */
  public void prepare(MemberId member) {
    subjects.know(Set.of(Subjects.of(member)));
  }

  private SetByAdmins set(Handle h, MemberId member) {
    Subjects.lock(h, Set.of(Subjects.of(member)));
    return SetByAdmins.of(h, member, List.of(), time.now(h));
  }

  /** Of one limit: {@code 50/day}. */
  public String limit(Handle h, MemberId member, What what, Window per) {
    return set(h, member).limits().stream()
        .filter(limit -> limit.what() == what && limit.window() == per)
        .findFirst()
        .map(Limit::toString)
        .orElse(RULES);
  }

  /** Makes it so. */
  public void limit(Handle h, MemberId member, What what, Window per, String state) {
    if (state.equals(RULES)) {
      SetByAdmins.noLimit(h, member, what, per);
    } else {
      SetByAdmins.limit(h, member, Limit.parse(state));
    }
  }

  /** Of the models that the member may use: {@code gpt-5, gpt-5-mini}. */
  public String models(Handle h, MemberId member) {
    List<String> models = set(h, member).models();
    return models.isEmpty() ? RULES : String.join(", ", models);
  }

  /** Makes it so. */
  public void models(Handle h, MemberId member, String state) {
    SetByAdmins.models(
        h, member, state.equals(RULES) ? List.of() : Arrays.asList(state.split(", ")));
  }

  /** Of what runs of one boost: {@code 100 from … until …}. */
  public String boost(Handle h, MemberId member, What what) {
    return BoostText.of(set(h, member).boosts(), what, time.now(h));
  }

  /**
   * What that is while one runs that begins now.
   *
   * @param length at most {@link Boost#LONGEST}
   */
  public String boosted(What what, long amount, Duration length) {
    if (length.compareTo(Boost.LONGEST) > 0) {
      throw new IllegalArgumentException("a boost lasts " + Boost.LONGEST + " at most");
    }
    Instant now = database.read(time::now).truncatedTo(ChronoUnit.MICROS);
    return BoostText.of(new Boost(what, amount, now, now.plus(length)));
  }

  /** Makes it so; what a boost covered until now stays covered. */
  public void boost(Handle h, MemberId member, What what, String state) {
    BoostTable.OF_MEMBERS.set(h, member.value(), what, BoostText.all(state), time.now(h));
  }

  /** Of the weight in the queue, or the hours for questions. */
  public String beside(Handle h, MemberId member, BesideText key) {
    set(h, member);
    return key.read(h, Subjects.of(member));
  }

  /** Makes it so. */
  public void beside(Handle h, MemberId member, BesideText key, String state) {
    key.write(h, Subjects.of(member), state);
  }

  /** Of everything together. */
  public String all(Handle h, MemberId member) {
    SetByAdmins set = set(h, member);
    return new WholeState(h, Subjects.of(member), time.now(h))
        .of(set.limits(), set.models(), set.boosts());
  }

  /** Makes it so; {@link #RULES} counts from the beginning. */
  public void all(Handle h, MemberId member, String state) {
    WholeState.Read read = WholeState.read(state);
    SetByAdmins.noLimits(h, member);
    read.limits().forEach(limit -> SetByAdmins.limit(h, member, limit));
    SetByAdmins.models(h, member, read.models());
    Instant now = time.now(h);
    for (What what : What.values()) {
      BoostTable.OF_MEMBERS.set(h, member.value(), what, read.boosts(what), now);
    }
    read.rest(h, Subjects.of(member));
  }

  /** What {@link #all} is after a reset: nothing set, counted from now. */
  public String nothing() {
    return WholeState.nothing(database.read(time::now));
  }
}
