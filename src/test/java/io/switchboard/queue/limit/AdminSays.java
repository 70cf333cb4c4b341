package io.switchboard.queue.limit;

import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.state.ScopeStates;
import io.switchboard.queue.limit.state.SetStates;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What admins set, in the way in which their commands set it. */
public record AdminSays(Database database, Limits limits) {
  public void set(MemberId member, Limit limit) {
    String state = limit.toString();
    say(member, h -> states().limit(h, member, limit.what(), limit.window(), state));
  }

  public void setModels(MemberId member, List<String> models) {
    say(member, h -> states().models(h, member, state(models)));
  }

  public void boost(MemberId member, What what, long amount, Duration length) {
    String state = states().boosted(what, amount, length);
    say(member, h -> states().boost(h, member, what, state));
  }

  public void reset(MemberId member) {
    String state = states().nothing();
    say(member, h -> states().all(h, member, state));
  }

  private void say(MemberId member, Consumer<Handle> what) {
    states().prepare(member);
    database.useTransaction(
        h -> {
          states().all(h, member);
          what.accept(h);
        });
  }

  /** Whose quota is used there; empty if nobody else could pay. */
  public Optional<String> pays(Asker asker, LimitRules.Pays pays) {
    Optional<String> pool = limits.pool(asker);
    String state = pays.name().toLowerCase(Locale.ROOT);
    pool.ifPresent(scope -> say(scope, h -> places().pays(h, scope, state)));
    return pool;
  }

  public void set(String scope, Limit limit) {
    String state = limit.toString();
    say(scope, h -> places().limit(h, scope, limit.what(), limit.window(), state));
  }

  public void setModels(String scope, List<String> models) {
    say(scope, h -> places().models(h, scope, state(models)));
  }

  public void reset(String scope) {
    String state = places().nothing();
    say(scope, h -> places().all(h, scope, state));
  }

  private void say(String scope, Consumer<Handle> what) {
    places().prepare(scope);
    database.useTransaction(
        h -> {
          places().all(h, scope);
          what.accept(h);
        });
  }

  private SetStates states() {
    return limits.states();
  }

  private ScopeStates places() {
    return limits.scopeStates();
  }

  private static String state(List<String> models) {
    return models.isEmpty() ? SetStates.RULES : String.join(", ", models);
  }
}
