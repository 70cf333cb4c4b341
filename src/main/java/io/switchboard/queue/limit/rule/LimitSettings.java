package io.switchboard.queue.limit.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may use how much.
 *
 * @param default_ for every member
 * @param roles by role; for a member with several, the first here that says something counts
 * @param places by place: what is used up, runs and waits there, of all who ask together, beside
 *     their own; and what each may have and ask there (see {@link What#pooled})
 */
public record LimitSettings(
    LimitRules default_, Map<String, LimitRules> roles, Map<String, LimitRules> places) {
  public static final LimitSettings DEFAULTS =
      new LimitSettings(
          new LimitRules(
              List.of(Limit.parse("30/hour"), Limit.parse("200/day")),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              1,
              5,
              50,
              20_000,
              null,
              null,
              null,
              null,
              null,
              null),
          Map.of(),
          Map.of());

  public LimitSettings {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    refusePays("default", default_);
    roles.forEach((role, rules) -> refusePays("roles." + role, rules));
  }

  /** Whether anything is limited in money. */
  public boolean inMoney() {
    return !money().isEmpty();
  }

  /** The currencies of limits in money that are not this one. */
  public List<String> otherCurrencies(String currency) {
    return money().stream()
        .map(Limit::currency)
        .filter(written -> !written.isEmpty() && !written.equals(currency))
        .distinct()
        .toList();
  }

  private List<Limit> money() {
    return Stream.of(List.of(default_), roles.values(), places.values())
        .flatMap(Collection::stream)
        .flatMap(rules -> rules.counted().stream())
        .filter(limit -> limit.what() == What.MONEY)
        .toList();
  }

  private static void refusePays(String key, LimitRules rules) {
    if (rules.pays() != null) {
      throw new IllegalArgumentException(
          key + ": pays is said for places: whose quota is used there");
    }
  }
}
