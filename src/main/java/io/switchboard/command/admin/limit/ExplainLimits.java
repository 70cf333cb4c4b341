package io.switchboard.command.admin.limit;

import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Called;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Why;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.text.Commas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code /limit why}: which rules bind a member here, and why not the others. */
record ExplainLimits(Words words, LimitWords limits, Called called) {
  Document explain(Visit visit, Member member, Why why) {
    List<String> here = visit.place().scopes();
    Document all =
        Words.all(
            words.say("limit.why.head", member.name()),
            tightest(why),
            words.say("limit.why.looked"),
            Words.list(
                why.verdicts().stream()
                    .filter(verdict -> verdict.outcome() != Why.Outcome.SILENT)
                    .map(this::line)
                    .toList()));
    List<Document> more = new ArrayList<>();
    String silent =
        Arrays.stream(What.values())
            .filter(what -> !said(why, what))
            .map(this::name)
            .collect(Collectors.joining(Commas.sign(words.locale())));
    if (!silent.isEmpty()) {
      more.add(words.say("limit.why.silent.all", silent));
    }
    why.beside()
        .models()
        .forEach(
            (scope, models) ->
                more.add(
                    words.say(
                        "limit.why.models",
                        scope(scope),
                        new Inline.Code(models.isEmpty() ? "*" : String.join(", ", models)))));
    why.beside()
        .hours()
        .forEach(
            (scope, hours) ->
                more.add(words.say("limit.why.hours", scope(scope), words.week(hours))));
    if (why.verdicts().stream().anyMatch(verdict -> here.contains(verdict.subject()))) {
      more.add(words.say("limit.why.pays." + why.pays().name().toLowerCase(Locale.ROOT)));
    }
    why.boosts().forEach(running -> more.add(limits.boost(words, running)));
    more.add(words.say("limit.why.weight", why.beside().weight()));
    String roles = String.join(", ", new TreeSet<>(why.roles()));
    more.add(
        roles.isEmpty()
            ? words.say("limit.why.roles.none")
            : words.say("limit.why.roles", new Inline.Code(roles)));
    return more.stream().reduce(all, Document::and);
  }

  /** Whether anybody says anything of it. */
  private static boolean said(Why why, What what) {
    return why.verdicts().stream()
        .anyMatch(v -> v.what() == what && v.outcome() != Why.Outcome.SILENT);
  }

  private Document tightest(Why why) {
    return why.uses().stream()
        .min(Comparator.comparingDouble(ExplainLimits::share))
        .map(
            use ->
                words.say(
                    "limit.why.tightest",
                    limits.said(words, use.limit()),
                    scope(use.scope()),
                    limits.number(words, use.limit().what(), use.used()),
                    limits.number(words, use.limit().what(), use.left())))
        .orElseGet(() -> words.say("limit.why.free"));
  }

  /** How much of it is left, from 0 to 1. */
  private static double share(LimitUse use) {
    return use.limit().amount() == 0 ? -1 : (double) use.left() / use.limit().amount();
  }

  private Document line(Why.Verdict verdict) {
    Inline scope = scope(verdict.scope());
    Inline by = scope(verdict.by());
    Limit limit = verdict.limit();
    String what = limit != null ? limits.said(words, limit) : name(verdict.what());
    boolean shared = verdict.subject().equals(verdict.scope());
    return switch (verdict.outcome()) {
      case BINDS ->
          shared
              ? words.say("limit.why.binds.shared", what, scope)
              : words.say("limit.why.binds", what, scope);
      case REPLACED -> words.say("limit.why.replaced", what, scope, by);
      case SILENT -> words.say("limit.why.silent", what, scope);
      case FREE -> words.say("limit.why.unlimited", what, scope);
      case UNPAID -> words.say("limit.why.unpaid", what, scope);
    };
  }

  private String name(What what) {
    return LimitWords.named(words, what);
  }

  private Inline scope(String scope) {
    return switch (scope) {
      case "default" -> new Inline.Text(words.label("limit.why.scope.default"));
      case "set" -> new Inline.Text(words.label("limit.why.scope.set"));
      case "member" -> new Inline.Text(words.label("limit.why.scope.member"));
      default -> called.place(scope);
    };
  }
}
