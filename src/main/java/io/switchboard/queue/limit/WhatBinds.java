package io.switchboard.queue.limit;

import io.switchboard.member.MemberId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rules bind whoever asks. For a member's own quota the most specific that says
 * something wins: what an admin set for the member replaces the rule for the same thing and window;
 * a role's list replaces the default's list. Pools of places bind beside that. For the length of a
 * question a place wins over a role over the default.
 */
final class WhatBinds {
  private static final String DEFAULT = "default";
  private static final String MEMBER = "member";

  private final LimitSettings settings;

  WhatBinds(LimitSettings settings) {
    this.settings = settings;
  }

  static String subject(MemberId member) {
    return MEMBER + ":" + member;
  }

  /** All limits that count use. */
  List<Binding> bindings(Asker asker, List<Limit> overrides) {
    List<Binding> all = new ArrayList<>(own(asker, overrides));
    for (String scope : asker.place().scopes()) {
      LimitRules pool = settings.places().get(scope);
      if (pool != null) {
        add(all, pool.requests(), scope, scope);
        add(all, pool.tokens(), scope, scope);
      }
    }
    return all;
  }

  private List<Binding> own(Asker asker, List<Limit> overrides) {
    String subject = subject(asker.member());
    List<Binding> ruled = new ArrayList<>();
    addFirst(ruled, asker, LimitRules::requests, subject);
    addFirst(ruled, asker, LimitRules::tokens, subject);
    Map<String, Binding> byThing = new LinkedHashMap<>();
    ruled.forEach(binding -> byThing.put(thing(binding.limit()), binding));
    overrides.forEach(limit -> byThing.put(thing(limit), new Binding(limit, MEMBER, subject)));
    return List.copyOf(byThing.values());
  }

  private void addFirst(
      List<Binding> to,
      Asker asker,
      Function<LimitRules, @Nullable List<Limit>> key,
      String subject) {
    for (Map.Entry<String, LimitRules> role : settings.roles().entrySet()) {
      List<Limit> said = key.apply(role.getValue());
      if (said != null && asker.roles().contains(role.getKey())) {
        add(to, said, role.getKey(), subject);
        return;
      }
    }
    add(to, key.apply(settings.default_()), DEFAULT, subject);
  }

  private static void add(
      List<Binding> to, @Nullable List<Limit> limits, String scope, String subject) {
    if (limits != null) {
      limits.forEach(limit -> to.add(new Binding(limit, scope, subject)));
    }
  }

  private static String thing(Limit limit) {
    return limit.what() + "/" + limit.window();
  }

  /** So many at once; null for any number. */
  @Nullable Integer running(Asker asker) {
    return ofMember(asker, LimitRules::running);
  }

  /** So many waiting; null for any number. */
  @Nullable Integer waiting(Asker asker) {
    return ofMember(asker, LimitRules::waiting);
  }

  /** So many conversations; null for any number. */
  @Nullable Integer conversations(Asker asker) {
    return ofMember(asker, LimitRules::conversations);
  }

  /** So many characters; null for any number. */
  @Nullable Integer promptLength(Asker asker) {
    for (String scope : asker.place().scopes()) {
      LimitRules place = settings.places().get(scope);
      if (place != null && place.promptLength() != null) {
        return place.promptLength();
      }
    }
    return ofMember(asker, LimitRules::promptLength);
  }

  private @Nullable Integer ofMember(Asker asker, Function<LimitRules, @Nullable Integer> key) {
    for (Map.Entry<String, LimitRules> role : settings.roles().entrySet()) {
      Integer said = key.apply(role.getValue());
      if (said != null && asker.roles().contains(role.getKey())) {
        return said;
      }
    }
    return key.apply(settings.default_());
  }
}
