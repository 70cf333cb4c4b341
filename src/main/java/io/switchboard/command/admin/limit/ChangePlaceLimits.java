package io.switchboard.command.admin.limit;

import io.switchboard.act.Acts;
import io.switchboard.act.LimitAct;
import io.switchboard.chat.Place;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Bound;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code /limit set|show|reset here}, or of a place in the configuration's words, as in {@code
 * /limit set discord-server:123 500/day}.
 */
final class ChangePlaceLimits {
  /** A person's id has no dash before the colon. */
  private static final Pattern SCOPE = Pattern.compile("(?i)[a-z]+(-[a-z]+)+:\\S{1,150}");

  private static final String HERE = "here";

  private final Limits limits;
  private final Acts acts;

  ChangePlaceLimits(Limits limits, Acts acts) {
    this.limits = limits;
    this.acts = acts;
  }

  /** Whether a place is meant and not a person. */
  static boolean means(String who) {
    return who.equalsIgnoreCase(HERE) || SCOPE.matcher(who).matches();
  }

  Document change(Visit visit, String verb, String where, String limit) {
    Words words = visit.words();
    Optional<String> scope =
        where.equalsIgnoreCase(HERE)
            ? here(visit.place())
            : Optional.of(where.toLowerCase(Locale.ROOT));
    if (scope.isEmpty()) {
      return words.say("limit.place.none");
    }
    return switch (verb) {
      case "set" -> set(visit, scope.get(), limit);
      case "show" -> show(visit, scope.get());
      case "reset" -> reset(visit, scope.get());
      default -> words.say("limit.place.how");
    };
  }

  private static Optional<String> here(Place place) {
    return place.kind() == Place.Kind.PRIVATE
        ? Optional.empty()
        : place.scopes().stream().findFirst();
  }

  private Document set(Visit visit, String scope, String written) {
    Words words = visit.words();
    Inline.Code place = new Inline.Code(scope);
    return switch (WrittenLimit.read(written, currency())) {
      case WrittenLimit.Of(Limit limit) -> {
        String key = limit.what().pooled() ? "limit.place.set" : "limit.place.set.each";
        Document done = words.say(key, place, said().said(words, limit));
        yield act(
            visit,
            new LimitAct.SetForPlace(scope, limit),
            limit.what() == What.MONEY && limits.prices().isEmpty()
                ? done.and(words.say("limit.no-prices"))
                : done);
      }
      case WrittenLimit.Models(List<String> models) -> {
        yield act(
            visit,
            new LimitAct.ModelsForPlace(scope, models),
            models.isEmpty()
                ? words.say("limit.place.models.any", place)
                : words.say(
                    "limit.place.models", place, new Inline.Code(String.join(", ", models))));
      }
      case WrittenLimit.Wrong wrong -> wrong.say(words, currency());
    };
  }

  private Document reset(Visit visit, String scope) {
    Document done = visit.words().say("limit.place.reset", new Inline.Code(scope));
    return act(visit, new LimitAct.ResetPlace(scope), done);
  }

  private Document act(Visit visit, LimitAct act, Document done) {
    return SayOutcome.of(visit.words(), "", acts.carryOut(visit.doer(), act), entry -> done);
  }

  /** What is said for that place alone, as whoever asks there would meet it. */
  private Document show(Visit visit, String scope) {
    Words words = visit.words();
    Place there = new Place(visit.placeId(), Place.Kind.GROUP, "", List.of(scope));
    Asker asker = new Asker(visit.id(), Set.of(), there);
    List<LimitUse> pools =
        limits.effective(asker).stream().filter(use -> use.scope().equals(scope)).toList();
    List<Document> bounds =
        limits.bounds(asker).stream()
            .filter(bound -> bound.scope().equals(scope))
            .map(bound -> bound(words, bound))
            .toList();
    Inline.Code place = new Inline.Code(scope);
    List<String> models = limits.why(asker).beside().models().getOrDefault(scope, List.of());
    Document only =
        models.isEmpty()
            ? new Document(List.of())
            : words.say("limit.place.models", place, new Inline.Code(String.join(", ", models)));
    return pools.isEmpty() && bounds.isEmpty()
        ? models.isEmpty() ? words.say("limit.place.unlimited", place) : only
        : Words.all(
            words.say("limit.place.show", place),
            said().list(words, pools, there.scopes()),
            Words.list(bounds),
            only);
  }

  private Document bound(Words words, Bound bound) {
    return bound.shared()
        ? said().bound(words, bound)
        : words.say("limit.bound.each", said().said(words, bound.limit()));
  }

  private LimitWords said() {
    return new LimitWords(limits.prices().currency());
  }

  private String currency() {
    return limits.prices().currency().getCurrencyCode();
  }
}
