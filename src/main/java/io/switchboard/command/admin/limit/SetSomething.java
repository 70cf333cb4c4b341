package io.switchboard.command.admin.limit;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.Act;
import io.switchboard.act.deed.LimitAct;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Called;
import io.switchboard.command.visit.Someone;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /limit set|boost|reset}, of one or of many. */
record SetSomething(Limits limits, Acts acts, Someone someone, Called called) {
  /** Sets it, adds to it, takes back what was set, shows or explains it, as the verb says. */
  Document change(Visit visit, String verb, Owner owner, String written) {
    return switch (verb) {
      case "set" -> set(visit, owner, written);
      case "boost" -> boost(visit, owner, written);
      case "reset" ->
          act(
              visit,
              new LimitAct.Reset(owner.whose()),
              visit.words().say(owner.saysReset(), owner.name()));
      case "why" -> owner.why(visit);
      default -> owner.show(visit);
    };
  }

  private Document set(Visit visit, Owner owner, String written) {
    Words words = visit.words();
    return switch (WrittenLimit.read(written, currency())) {
      case WrittenLimit.Of(Limit limit) -> {
        Document done =
            words.say(owner.saysSet(limit.what()), owner.name(), said().said(words, limit));
        yield act(
            visit,
            new LimitAct.Set(owner.whose(), limit),
            limit.what() == What.MONEY && limits.prices().isEmpty()
                ? done.and(words.say("limit.no-prices"))
                : done);
      }
      case WrittenLimit.Models(List<String> models) ->
          act(visit, new LimitAct.Models(owner.whose(), models), models(words, owner, models));
      case WrittenLimit.Weight(Double weight) ->
          act(
              visit,
              new LimitAct.Weigh(owner.whose(), weight),
              weight == null
                  ? words.say("limit.weight.any", owner.name())
                  : words.say("limit.weight", owner.name(), weight));
      case WrittenLimit.AtHours(String hours) ->
          act(
              visit,
              new LimitAct.AtHours(owner.whose(), hours),
              hours == null
                  ? words.say("limit.hours.any", owner.name())
                  : hours(words, owner.name(), hours));
      case WrittenLimit.Wrong(WrittenLimit.Reason reason) ->
          reason.say(words, right -> Examples.with("set", owner.who(), right));
    };
  }

  Document hours(Words words, Inline name, String hours) {
    return words.say("limit.hours", name, words.week(hours), limits.zone().getId());
  }

  static Document models(Words words, Owner owner, List<String> models) {
    return models.isEmpty()
        ? words.say(owner.saysModels() + ".any", owner.name())
        : words.say(owner.saysModels(), owner.name(), new Inline.Code(String.join(", ", models)));
  }

  private Document boost(Visit visit, Owner owner, String written) {
    Words words = visit.words();
    return switch (WrittenBoost.read(written, currency())) {
      case WrittenBoost.Of(What what, long amount, Duration length) -> {
        Instant until = visit.origin().at().plus(length);
        String more = said().amount(words, what, amount);
        yield act(
            visit,
            new LimitAct.Boost(owner.whose(), what, amount, length),
            words.say(owner.saysBoost(), owner.name(), more, until));
      }
      case WrittenBoost.Wrong(WrittenLimit.Reason reason) ->
          reason.say(words, right -> Examples.with("boost", owner.who(), right));
    };
  }

  private Document act(Visit visit, Act act, Document done) {
    return SayOutcome.of(visit.words(), "", acts.carryOut(visit.doer(), act), entry -> done);
  }

  LimitWords said() {
    return new LimitWords(limits.prices().currency());
  }

  private String currency() {
    return limits.prices().currency().getCurrencyCode();
  }
}
