package io.switchboard.command.admin.limit;

import io.switchboard.act.Act;
import io.switchboard.act.Acts;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.admin.done.SayOutcome;
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
import org.jspecify.annotations.Nullable;

/** {@code /limit set} and {@code /limit boost}, of one or of many. */
record SetSomething(Limits limits, Acts acts) {
  /** Whose limits are set: what is done, and what is said of it. */
  interface Owner {
    /** A name, or words of the configuration. */
    Inline name();

    /** How they were named, for examples. */
    String who();

    Act set(Limit limit);

    Act models(List<String> models);

    Act weigh(@Nullable Double weight);

    Act atHours(@Nullable String hours);

    Act boost(What what, long amount, Duration length);

    /** Which text says that a limit is set. */
    String saysSet(What what);

    /** Which text says that a boost runs. */
    String saysBoost();

    /** Which text says which models there are. */
    String saysModels();
  }

  Document set(Visit visit, Owner owner, String written) {
    Words words = visit.words();
    return switch (WrittenLimit.read(written, currency())) {
      case WrittenLimit.Of(Limit limit) -> {
        Document done =
            words.say(owner.saysSet(limit.what()), owner.name(), said().said(words, limit));
        yield act(
            visit,
            owner.set(limit),
            limit.what() == What.MONEY && limits.prices().isEmpty()
                ? done.and(words.say("limit.no-prices"))
                : done);
      }
      case WrittenLimit.Models(List<String> models) ->
          act(visit, owner.models(models), models(words, owner, models));
      case WrittenLimit.Weight(Double weight) ->
          act(
              visit,
              owner.weigh(weight),
              weight == null
                  ? words.say("limit.weight.any", owner.name())
                  : words.say("limit.weight", owner.name(), weight));
      case WrittenLimit.AtHours(String hours) ->
          act(
              visit,
              owner.atHours(hours),
              hours == null
                  ? words.say("limit.hours.any", owner.name())
                  : hours(words, owner.name(), hours));
      case WrittenLimit.Wrong(WrittenLimit.Reason reason) ->
          reason.say(words, right -> Examples.with("set", owner.who(), right));
    };
  }

  Document hours(Words words, Inline name, String hours) {
    return words.say("limit.hours", name, new Inline.Code(hours), limits.zone().getId());
  }

  static Document models(Words words, Owner owner, List<String> models) {
    return models.isEmpty()
        ? words.say(owner.saysModels() + ".any", owner.name())
        : words.say(owner.saysModels(), owner.name(), new Inline.Code(String.join(", ", models)));
  }

  Document boost(Visit visit, Owner owner, String written) {
    Words words = visit.words();
    return switch (WrittenBoost.read(written, currency())) {
      case WrittenBoost.Of(What what, long amount, Duration length) -> {
        Instant until = visit.origin().at().plus(length);
        String more = said().amount(words, what, amount);
        yield act(
            visit,
            owner.boost(what, amount, length),
            words.say(owner.saysBoost(), owner.name(), more, until));
      }
      case WrittenBoost.Wrong(WrittenLimit.Reason reason) ->
          reason.say(words, right -> Examples.with("boost", owner.who(), right));
    };
  }

  Document act(Visit visit, Act act, Document done) {
    return SayOutcome.of(visit.words(), "", acts.carryOut(visit.doer(), act), entry -> done);
  }

  LimitWords said() {
    return new LimitWords(limits.prices().currency());
  }

  private String currency() {
    return limits.prices().currency().getCurrencyCode();
  }
}
