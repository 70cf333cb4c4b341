package io.switchboard.command.admin.limit;

import io.switchboard.act.Act;
import io.switchboard.act.Acts;
import io.switchboard.act.LimitAct;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /limit set|show|reset|boost|why}: the limits of one member, or (see {@link
 * ChangePlaceLimits}) of a place; {@code /limit pays}: whose quota a place uses.
 */
public final class ChangeLimits {
  private static final Pattern BOOST =
      Pattern.compile("(?i)([^\\s\\d]?\\s*[\\d.]+\\s*?\\p{L}*)\\s+(?:for\\s+)?(\\d.*)");

  private final Members members;
  private final Limits limits;
  private final RequestQueue queue;
  private final Acts acts;
  private final ChangePlaceLimits places;

  public ChangeLimits(Members members, Limits limits, RequestQueue queue, Acts acts) {
    this.members = members;
    this.limits = limits;
    this.queue = queue;
    this.acts = acts;
    this.places = new ChangePlaceLimits(limits, acts);
  }

  /**
   * Does what the verb says.
   *
   * @param who a handle or a person's id; {@code here}, or a place in the configuration's words
   * @param limit as in {@code 50/day} for {@code set}, {@code 100 for 2h} for {@code boost}, {@code
   *     member}, {@code place} or {@code both} for {@code pays}; else not used
   */
  public List<Effect> change(Visit visit, String verb, String who, String limit) {
    Words words = visit.words();
    if (who.isEmpty()) {
      return List.of(Effect.tell(words.say("meant.limit")));
    }
    if (verb.equals("pays")) {
      return List.of(Effect.tell(pays(visit, who, limit)));
    }
    if (ChangePlaceLimits.means(who)) {
      return List.of(Effect.tell(places.change(visit, verb, who, limit)));
    }
    Optional<Member> member =
        members
            .named(who, visit.origin().sender().id().platform())
            .or(() -> members.mentioned(who));
    if (member.isEmpty()) {
      return List.of(Effect.tell(words.say("limit.nobody", who)));
    }
    return List.of(
        Effect.tell(
            switch (verb) {
              case "set" -> set(visit, member.get(), limit);
              case "show" -> show(visit, member.get());
              case "boost" -> boost(visit, member.get(), limit);
              case "why" -> why(visit, member.get());
              case "reset" -> reset(visit, member.get());
              default -> words.say("meant.limit");
            }));
  }

  private Document set(Visit visit, Member member, String written) {
    Words words = visit.words();
    return switch (WrittenLimit.read(written, currency())) {
      case WrittenLimit.Of(Limit limit) -> {
        Document done = words.say("limit.set", member.name(), said().said(words, limit));
        yield act(
            visit,
            member.name(),
            new LimitAct.Set(member.id(), limit),
            limit.what() == What.MONEY && limits.prices().isEmpty()
                ? done.and(words.say("limit.no-prices"))
                : done);
      }
      case WrittenLimit.Models(List<String> models) -> {
        Document done =
            models.isEmpty()
                ? words.say("limit.models.any", member.name())
                : words.say(
                    "limit.models", member.name(), new Inline.Code(String.join(", ", models)));
        yield act(visit, member.name(), new LimitAct.Models(member.id(), models), done);
      }
      case WrittenLimit.Wrong wrong -> wrong.say(words, currency());
    };
  }

  private String currency() {
    return limits.prices().currency().getCurrencyCode();
  }

  private LimitWords said() {
    return new LimitWords(limits.prices().currency());
  }

  private Document reset(Visit visit, Member member) {
    Document done = visit.words().say("limit.reset", member.name());
    return act(visit, member.name(), new LimitAct.Reset(member.id()), done);
  }

  private Document act(Visit visit, String name, Act act, Document done) {
    return SayOutcome.of(visit.words(), name, acts.carryOut(visit.doer(), act), entry -> done);
  }

  private Document boost(Visit visit, Member member, String written) {
    Words words = visit.words();
    Matcher meant = BOOST.matcher(written.strip());
    Duration length =
        meant.matches() ? Spans.parse(meant.group(2)).orElse(Duration.ZERO) : Duration.ZERO;
    // An amount is written as in a limit; the time takes the place of the window.
    Optional<Limit> amount =
        length.isZero() ? Optional.empty() : WrittenLimit.limit(meant.group(1).strip() + "/day");
    if (amount.isEmpty()
        || amount.get().amount() == 0
        || length.compareTo(Limits.LONGEST_BOOST) > 0) {
      return words.say("limit.boost.how", Limits.LONGEST_BOOST);
    }
    if (WrittenLimit.foreign(amount.get(), currency())) {
      return words.say("limit.currency", currency());
    }
    What what = amount.get().what();
    long more = amount.get().amount();
    Instant until = visit.origin().at().plus(length);
    return act(
        visit,
        member.name(),
        new LimitAct.Boost(member.id(), what, more, length),
        words.say("limit.boosted", member.name(), said().amount(words, what, more), until));
  }

  private Document pays(Visit visit, String where, String whose) {
    Words words = visit.words();
    Optional<LimitRules.Pays> pays =
        Arrays.stream(LimitRules.Pays.values())
            .filter(p -> p.name().equalsIgnoreCase(whose.strip()))
            .findFirst();
    if (pays.isEmpty() || !where.equalsIgnoreCase("here")) {
      return words.say("meant.limit");
    }
    Optional<String> scope = limits.pool(visit.asker());
    if (scope.isEmpty()) {
      return words.say("limit.pays.no-pool");
    }
    String word = pays.get().name().toLowerCase(Locale.ROOT);
    Document done = words.say("limit.why.pays." + word);
    return act(visit, scope.get(), new LimitAct.Pays(scope.get(), pays.get()), done);
  }

  private Document why(Visit visit, Member member) {
    return new ExplainLimits(visit.words(), said())
        .explain(visit, member, limits.why(asker(visit, member)));
  }

  /**
   * Somebody else's roles are those of their last question, for platforms tell them only with what
   * somebody does.
   */
  private Asker asker(Visit visit, Member member) {
    if (member.id().equals(visit.id())) {
      return visit.asker();
    }
    Set<String> roles = queue.of(member.id()).lastAsker().map(Asker::roles).orElse(Set.of());
    return new Asker(member.id(), roles, visit.place());
  }

  private Document show(Visit visit, Member member) {
    Words words = visit.words();
    Asker asker = asker(visit, member);
    List<LimitUse> binding = limits.effective(asker);
    List<Document> bounds =
        limits.bounds(asker).stream().map(bound -> said().bound(words, bound)).toList();
    List<String> models =
        limits.why(asker).beside().models().values().stream().findFirst().orElse(List.of());
    Document only =
        models.isEmpty()
            ? new Document(List.of())
            : words.say("limit.models", member.name(), new Inline.Code(String.join(", ", models)));
    return binding.isEmpty() && bounds.isEmpty()
        ? models.isEmpty() ? words.say("limit.unlimited", member.name()) : only
        : Words.all(
            words.say("limit.show", member.name()),
            said().list(words, binding, visit.place().scopes()),
            Words.list(bounds),
            only);
  }
}
