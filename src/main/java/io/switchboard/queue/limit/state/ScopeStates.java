package io.switchboard.queue.limit.state;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.queue.limit.ledger.BoostTable;
import io.switchboard.queue.limit.ledger.SetForScope;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The same as {@link SetStates} of places, roles and everybody, by their scopes. */
public final class ScopeStates {

  private final Subjects subjects;
  private final Database database;
  private final SharedTime time;

  /** By the same time as the limits. */
  public ScopeStates(Subjects subjects, Database database, SharedTime time) {
    this.subjects = subjects;
    this.database = database;
    this.time = time;
  }

  /** To be called before a transaction that reads what is set for the place. */
  public void prepare(String scope) {
    subjects.know(Set.of(scope));
  }

  private SetForScope set(Handle h, String scope) {
    Subjects.lock(h, Set.of(scope));
    return SetForScope.of(h, List.of(scope), time.now(h)).getOrDefault(scope, SetForScope.NOTHING);
  }

  /** Of one limit: {@code 50/day}. */
  public String limit(Handle h, String scope, What what, Window per) {
    return set(h, scope).limits().stream()
        .filter(limit -> limit.what() == what && limit.window() == per)
        .findFirst()
        .map(Limit::toString)
        .orElse(SetStates.RULES);
  }

  /** Makes it so. */
  public void limit(Handle h, String scope, What what, Window per, String state) {
    if (state.equals(SetStates.RULES)) {
      SetForScope.noLimit(h, scope, what, per);
    } else {
      SetForScope.limit(h, scope, Limit.parse(state));
    }
  }

  /** Of the models that may be used there. */
  public String models(Handle h, String scope) {
    List<String> models = set(h, scope).models();
    return models.isEmpty() ? SetStates.RULES : String.join(", ", models);
  }

  /** Makes it so. */
  public void models(Handle h, String scope, String state) {
    SetForScope.models(
        h, scope, state.equals(SetStates.RULES) ? List.of() : Arrays.asList(state.split(", ", -1)));
  }

  /** Of what runs of one boost. */
  public String boost(Handle h, String scope, What what) {
    return BoostText.of(set(h, scope).boosts(), what, time.now(h));
  }

  /** Makes it so; what a boost covered until now stays covered. */
  public void boost(Handle h, String scope, What what, String state) {
    BoostTable.OF_SCOPES.set(h, scope, what, BoostText.all(state), time.now(h));
  }

  /** Of the weight in the queue, or the hours for questions. */
  public String beside(Handle h, String scope, BesideText key) {
    set(h, scope);
    return key.read(h, scope);
  }

  /** Makes it so. */
  public void beside(Handle h, String scope, BesideText key, String state) {
    key.write(h, scope, state);
  }

  /** Of everything together, but for who pays. */
  public String all(Handle h, String scope) {
    SetForScope set = set(h, scope);
    return new WholeState(h, scope, time.now(h)).of(set.limits(), set.models(), set.boosts());
  }

  /** Makes it so; {@link SetStates#RULES} counts from the beginning. */
  public void all(Handle h, String scope, String state) {
    WholeState.Read read = WholeState.read(state);
    SetForScope.clear(h, scope);
    read.limits().forEach(limit -> SetForScope.limit(h, scope, limit));
    SetForScope.models(h, scope, read.models());
    Instant now = time.now(h);
    for (What what : What.values()) {
      BoostTable.OF_SCOPES.set(h, scope, what, read.boosts(what), now);
    }
    read.rest(h, scope);
  }

  /** What {@link #all} is after a reset: nothing set, counted from now. */
  public String nothing() {
    return WholeState.nothing(database.read(time::now));
  }

  /** Of whose quota a place uses: {@code member}, {@code place}, {@code both}. */
  public String pays(Handle h, String scope) {
    LimitRules.Pays pays = set(h, scope).pays();
    return pays == null ? SetStates.RULES : pays.name().toLowerCase(Locale.ROOT);
  }

  /** Makes it so. */
  public void pays(Handle h, String scope, String state) {
    if (state.equals(SetStates.RULES)) {
      SetForScope.nobodyPays(h, scope);
    } else {
      SetForScope.pays(h, scope, LimitRules.Pays.valueOf(state.toUpperCase(Locale.ROOT)));
    }
  }
}
