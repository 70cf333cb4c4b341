package io.switchboard.queue.limit.state;

import io.switchboard.queue.limit.ledger.SetForPlace;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The same as {@link SetStates} of places, by their scopes. */
public final class PlaceStates {
  private static final String PART = " | ";
  private static final String APART = " \\| ";
  private static final String MODELS = "models ";
  private static final String COUNTED = "counted from ";

  private final Subjects subjects;
  private final InstantSource time;

  /** By the same clock as the limits. */
  public PlaceStates(Subjects subjects, InstantSource time) {
    this.subjects = subjects;
    this.time = time;
  }

  /** To be called before a transaction that reads what is set for the place. */
  public void prepare(String scope) {
    subjects.know(Set.of(scope));
  }

  private static SetForPlace set(Handle h, String scope) {
    Subjects.lock(h, Set.of(scope));
    return SetForPlace.of(h, List.of(scope))
        .getOrDefault(scope, new SetForPlace(null, List.of(), List.of()));
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
      SetForPlace.noLimit(h, scope, what, per);
    } else {
      SetForPlace.limit(h, scope, Limit.parse(state));
    }
  }

  /** Of the models that may be used there. */
  public String models(Handle h, String scope) {
    List<String> models = set(h, scope).models();
    return models.isEmpty() ? SetStates.RULES : String.join(", ", models);
  }

  /** Makes it so. */
  public void models(Handle h, String scope, String state) {
    SetForPlace.models(
        h, scope, state.equals(SetStates.RULES) ? List.of() : Arrays.asList(state.split(", ", -1)));
  }

  /** Of everything together, but for who pays. */
  public String all(Handle h, String scope) {
    SetForPlace set = set(h, scope);
    List<String> parts = new ArrayList<>();
    set.limits().forEach(limit -> parts.add(limit.toString()));
    if (!set.models().isEmpty()) {
      parts.add(MODELS + String.join(", ", set.models()));
    }
    Instant from = Subjects.countedFrom(h, scope);
    if (!from.equals(Instant.EPOCH)) {
      parts.add(COUNTED + from);
    }
    return parts.isEmpty() ? SetStates.RULES : String.join(PART, parts);
  }

  /** Makes it so; {@link SetStates#RULES} counts from the beginning. */
  public void all(Handle h, String scope, String state) {
    SetForPlace.clear(h, scope);
    Instant from = Instant.EPOCH;
    String[] parts = state.equals(SetStates.RULES) ? new String[0] : state.split(APART, -1);
    for (String part : parts) {
      if (part.startsWith(COUNTED)) {
        from = Instant.parse(part.substring(COUNTED.length()));
      } else if (part.startsWith(MODELS)) {
        models(h, scope, part.substring(MODELS.length()));
      } else {
        SetForPlace.limit(h, scope, Limit.parse(part));
      }
    }
    Subjects.forgive(h, scope, from);
  }

  /** What {@link #all} is after a reset: nothing set, counted from now. */
  public String nothing() {
    return COUNTED + time.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Of whose quota a place uses: {@code member}, {@code place}, {@code both}. */
  public String pays(Handle h, String scope) {
    LimitRules.Pays pays = set(h, scope).pays();
    return pays == null ? SetStates.RULES : pays.name().toLowerCase(Locale.ROOT);
  }

  /** Makes it so. */
  public void pays(Handle h, String scope, String state) {
    if (state.equals(SetStates.RULES)) {
      SetForPlace.nobodyPays(h, scope);
    } else {
      SetForPlace.pays(h, scope, LimitRules.Pays.valueOf(state.toUpperCase(Locale.ROOT)));
    }
  }
}
