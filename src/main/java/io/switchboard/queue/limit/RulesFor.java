package io.switchboard.queue.limit;

import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.ledger.SetForScope;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the configuration says of those that concern whoever asks, with what admins set since. */
record RulesFor(LimitSettings settings, Asker asker, SetByAdmins set) {
  OfPlace place() {
    return new OfPlace(settings.places(), set.scopes(), asker.place());
  }

  /**
   * The asker's roles in the configuration's order, then the default.
   *
   * @param andPlace before them the place, its most specific scope first
   */
  Map<String, LimitRules> scopes(boolean andPlace) {
    Map<String, LimitRules> scopes = new LinkedHashMap<>();
    if (andPlace) {
      scopes.putAll(place().rules());
    }
    roles().forEach(role -> scopes.put(role, said(role)));
    scopes.put(WhatBinds.DEFAULT, said(WhatBinds.DEFAULT));
    return scopes;
  }

  /** Those of the configuration in its order, then those of which only admins say something. */
  private List<String> roles() {
    List<String> roles = new ArrayList<>();
    settings.roles().keySet().stream().filter(asker.roles()::contains).forEach(roles::add);
    asker.roles().stream()
        .filter(role -> set.scopes().containsKey(role) && !roles.contains(role))
        .sorted()
        .forEach(roles::add);
    return roles;
  }

  /** What the configuration says of a role or of everybody, with what admins set since. */
  private LimitRules said(String scope) {
    SetForScope since = set.scopes().get(scope);
    return since == null
        ? configured(scope)
        : configured(scope)
            .with(since.limits(), since.models(), since.beside().weight(), since.beside().hours());
  }

  LimitRules configured(String scope) {
    return scope.equals(WhatBinds.DEFAULT)
        ? settings.default_()
        : settings
            .roles()
            .getOrDefault(scope, settings.places().getOrDefault(scope, LimitRules.DEFAULTS));
  }
}
