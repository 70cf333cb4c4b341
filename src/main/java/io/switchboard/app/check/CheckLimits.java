package io.switchboard.app.check;

import io.switchboard.app.settings.Settings;
import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.openai.OpenAiSettings;
import io.switchboard.queue.limit.money.Prices;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.NeverBinds;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Limits that can never bind, and prices that are missing. */
final class CheckLimits implements Check {
  /** No language has more characters to a token than this, over a whole question. */
  private static final long CHARACTERS_A_TOKEN = 8;

  private final Settings settings;

  CheckLimits(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String about() {
    return "Limits";
  }

  @Override
  public void look(Findings findings) {
    Map<String, LimitRules> all = new LinkedHashMap<>();
    all.put("limits.default", settings.limits.default_());
    settings.limits.roles().forEach((role, rules) -> all.put("limits.roles." + role, rules));
    settings.limits.places().forEach((place, rules) -> all.put("limits.places." + place, rules));
    all.forEach((where, rules) -> windows(findings, where, rules));
    all.forEach((where, rules) -> bounds(findings, where, rules));
    prices(findings);
    links(findings);
    if (findings.all().isEmpty()) {
      findings.ok("each of them can bind");
    }
  }

  private static void windows(Findings findings, String where, LimitRules rules) {
    List<Limit> counted = rules.counted();
    for (Limit limit : counted) {
      NeverBinds.behind(limit, counted)
          .ifPresent(
              before ->
                  findings.wrong(
                      "%s: %s can never bind, for %s is used up before: lower it, or take it out"
                          .formatted(where, limit, before)));
    }
  }

  private void bounds(Findings findings, String where, LimitRules rules) {
    int atOnce = settings.accounts.stream().mapToInt(OpenAiSettings::concurrency).sum();
    if (rules.running() != null && rules.running() > atOnce) {
      findings.wrong(
          "%s: %d running can never bind, for the accounts answer %d at once: lower it, or raise accounts: concurrency"
              .formatted(where, rules.running(), atOnce));
    }
    long longest = CHARACTERS_A_TOKEN * settings.answers.contextTokens();
    if (rules.promptLength() != null && rules.promptLength() > longest) {
      findings.wrong(
          "%s: promptLength %d can never bind, for no question of more than about %d characters fits answers.contextTokens: lower it"
              .formatted(where, rules.promptLength(), longest));
    }
    if (rules.attachments() != null && rules.attachments() > settings.attachments.count()) {
      findings.wrong(
          "%s: %d attachments can never bind, for attachments.count is %d: lower it, or raise that"
              .formatted(where, rules.attachments(), settings.attachments.count()));
    }
    if (some(rules.images())
        && settings.accounts.stream().allMatch(a -> a.imageModel().isEmpty())) {
      findings.wrong(
          where
              + ": images can never bind, for no account draws: set its imageModel, or take it"
              + " out");
    }
    if (some(rules.money()) && settings.prices.models().isEmpty()) {
      findings.wrong(
          where + ": money can never bind, for nothing has a price: fill in prices.models");
    }
    List<String> models = rules.models() == null ? List.of() : rules.models();
    List<String> unknown = models.stream().filter(model -> !offered().contains(model)).toList();
    if (!unknown.isEmpty()) {
      findings.wrong(
          "%s: models names %s, which no account offers: add it to an account's models, or take it out"
              .formatted(where, String.join(", ", unknown)));
    }
  }

  private static boolean some(@Nullable List<Limit> limits) {
    return limits != null && !limits.isEmpty();
  }

  private Set<String> offered() {
    Set<String> models = new LinkedHashSet<>();
    settings.accounts.forEach(
        account -> {
          models.add(account.model());
          models.addAll(account.models());
        });
    return models;
  }

  private void links(Findings findings) {
    if (settings.share.defaultExpiry().compareTo(settings.share.maxExpiry()) > 0) {
      findings.wrong(
          "share.defaultExpiry is longer than share.maxExpiry, which is what links get: lower the"
              + " one, or raise the other");
    }
  }

  private void prices(Findings findings) {
    Prices prices = new Prices(settings.prices, settings.accounts.getFirst().model());
    List<String> unknown = prices.unknown(offered());
    if (!unknown.isEmpty() && !prices.isEmpty()) {
      String what =
          "prices.models lacks %s, so what these cost is counted as nothing: add them"
              .formatted(String.join(", ", unknown));
      if (settings.limits.inMoney()) {
        findings.wrong(what);
      } else {
        findings.note(what);
      }
    }
  }
}
