package io.switchboard.queue.limit;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.queue.limit.ledger.SetForScope;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What admins set at run time for places, by their scopes. */
public final class LimitsOfPlaces {
  private final Database database;
  private final SharedTime time;
  private final LimitSettings settings;

  LimitsOfPlaces(Database database, SharedTime time, LimitSettings settings) {
    this.database = database;
    this.time = time;
    this.settings = settings;
  }

  /** What was given there for a time that is not over. */
  public List<Boost> boosts(String scope) {
    return database.read(
        h -> {
          Instant now = time.now(h);
          return SetForScope.of(h, List.of(scope), now)
              .getOrDefault(scope, SetForScope.NOTHING)
              .boosts()
              .stream()
              .filter(boost -> boost.covers(now))
              .toList();
        });
  }

  /** The scopes of all places of which anything is said. */
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>(settings.places().keySet());
    scopes.addAll(database.read(h -> SetForScope.limits(h)).keySet());
    scopes.removeIf(scope -> !isPlace(scope));
    return scopes;
  }

  /** Roles are called so, or have nothing after a colon; and neither has what holds for all. */
  private static boolean isPlace(String scope) {
    return scope.contains(":") && !scope.contains("-role:");
  }

  /** How many may run at once in each place that says so. */
  public Map<String, Integer> running(Handle h) {
    Map<String, Integer> running = new HashMap<>();
    settings
        .places()
        .forEach((scope, rules) -> running(rules).ifPresent(n -> running.put(scope, n)));
    SetForScope.limits(h)
        .forEach(
            (scope, limits) ->
                running(LimitRules.DEFAULTS.with(limits, List.of(), null, null))
                    .ifPresent(n -> running.put(scope, n)));
    running.keySet().removeIf(scope -> !isPlace(scope));
    return running;
  }

  private static Optional<Integer> running(LimitRules rules) {
    return Optional.ofNullable(rules.said(What.RUNNING)).stream()
        .flatMap(List::stream)
        .map(limit -> Math.clamp(limit.amount(), 1, Integer.MAX_VALUE))
        .findFirst();
  }
}
