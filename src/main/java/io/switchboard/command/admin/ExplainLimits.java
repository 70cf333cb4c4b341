package io.switchboard.command.admin;

import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Why;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** {@code /limit why}: which rules bind a member here, and why not the others. */
final class ExplainLimits {
  private ExplainLimits() {}

  static Document explain(Visit visit, Member member, Why why) {
    Words words = visit.words();
    List<String> here = visit.place().scopes();
    Document all =
        Words.all(
            words.say("limit.why.head", member.name()),
            tightest(words, why),
            words.say("limit.why.looked"),
            Words.list(why.verdicts().stream().map(verdict -> line(words, verdict)).toList()));
    List<Document> more = new ArrayList<>();
    if (why.verdicts().stream().anyMatch(verdict -> here.contains(verdict.scope()))) {
      more.add(words.say("limit.why.pays." + why.pays().name().toLowerCase(Locale.ROOT)));
    }
    why.boosts().forEach(running -> more.add(LimitWords.boost(words, running)));
    String roles = String.join(", ", new TreeSet<>(why.roles()));
    more.add(
        roles.isEmpty()
            ? words.say("limit.why.roles.none")
            : words.say("limit.why.roles", new Inline.Code(roles)));
    return more.stream().reduce(all, Document::and);
  }

  private static Document tightest(Words words, Why why) {
    return why.uses().stream()
        .min(Comparator.comparingDouble(ExplainLimits::share))
        .map(
            use ->
                words.say(
                    "limit.why.tightest",
                    LimitWords.said(words, use.limit()),
                    scope(words, use.scope()),
                    use.used(),
                    use.left()))
        .orElseGet(() -> words.say("limit.why.free"));
  }

  /** How much of it is left, from 0 to 1. */
  private static double share(LimitUse use) {
    return use.limit().amount() == 0 ? -1 : (double) use.left() / use.limit().amount();
  }

  private static Document line(Words words, Why.Verdict verdict) {
    Inline scope = scope(words, verdict.scope());
    Inline by = scope(words, verdict.by());
    Limit limit = verdict.limit();
    String what =
        limit != null
            ? LimitWords.said(words, limit)
            : words.label(
                verdict.what() == What.REQUESTS
                    ? "limit.why.what.requests"
                    : "limit.why.what.tokens");
    return switch (verdict.outcome()) {
      case BINDS -> words.say("limit.why.binds", what, scope);
      case REPLACED -> words.say("limit.why.replaced", what, scope, by);
      case SILENT -> words.say("limit.why.silent", what, scope);
      case FREE -> words.say("limit.why.unlimited", what, scope);
      case UNPAID -> words.say("limit.why.unpaid", what, scope);
    };
  }

  private static Inline scope(Words words, String scope) {
    return switch (scope) {
      case "default" -> new Inline.Text(words.label("limit.why.scope.default"));
      case "member" -> new Inline.Text(words.label("limit.why.scope.member"));
      default -> new Inline.Code(scope);
    };
  }
}
