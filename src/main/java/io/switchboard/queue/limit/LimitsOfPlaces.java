package io.switchboard.queue.limit;

import io.switchboard.db.Database;
import io.switchboard.queue.limit.ledger.SetForPlace;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What admins set at run time for places, by their scopes. */
public final class LimitsOfPlaces {
  private final Database database;
  private final InstantSource time;
  private final LimitSettings settings;
  private final Subjects subjects;

  LimitsOfPlaces(Database database, InstantSource time, LimitSettings settings, Subjects subjects) {
    this.database = database;
    this.time = time;
    this.settings = settings;
    this.subjects = subjects;
  }

  /**
   * Sets a limit of a place. It takes the place of what the configuration says there, or of what
   * was set before, for the same thing and window.
   */
  public void set(String scope, Limit limit) {
    change(scope, h -> SetForPlace.limit(h, scope, limit));
  }

  /** Sets which models may be used there; none for what the rules say. */
  public void setModels(String scope, List<String> models) {
    change(scope, h -> SetForPlace.models(h, scope, models));
  }

  /** Back to the configuration, and its pool counts from zero. */
  public void reset(String scope) {
    change(
        scope,
        h -> {
          SetForPlace.clear(h, scope);
          Subjects.forgive(h, scope, time.instant().truncatedTo(ChronoUnit.MICROS));
        });
  }

  private void change(String scope, Consumer<Handle> what) {
    subjects.know(Set.of(scope));
    database.useTransaction(
        h -> {
          Subjects.lock(h, Set.of(scope));
          what.accept(h);
        });
  }

  /** The scopes of all places of which anything is said. */
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>(settings.places().keySet());
    scopes.addAll(database.read(h -> SetForPlace.limits(h)).keySet());
    return scopes;
  }

  /** How many may run at once in each place that says so. */
  public Map<String, Integer> running(Handle h) {
    Map<String, Integer> running = new HashMap<>();
    settings
        .places()
        .forEach((scope, rules) -> running(rules).ifPresent(n -> running.put(scope, n)));
    SetForPlace.limits(h)
        .forEach(
            (scope, limits) ->
                running(LimitRules.DEFAULTS.with(limits, List.of()))
                    .ifPresent(n -> running.put(scope, n)));
    return running;
  }

  private static Optional<Integer> running(LimitRules rules) {
    return Optional.ofNullable(rules.said(What.RUNNING)).stream()
        .flatMap(List::stream)
        .map(limit -> Math.clamp(limit.amount(), 1, Integer.MAX_VALUE))
        .findFirst();
  }
}
