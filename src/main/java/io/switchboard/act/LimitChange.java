package io.switchboard.act;

import io.switchboard.act.deed.LimitAct;
import io.switchboard.act.deed.Whose;
import io.switchboard.audit.Change;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import io.switchboard.queue.limit.state.SetStates;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What each act about a limit changes, and how it stands afterwards. */
record LimitChange(Limits limits) {
  Change of(LimitAct act) {
    return switch (act) {
      case LimitAct.Set(Whose whose, Limit limit) ->
          new Change(
              "limit set",
              target(whose),
              limit.toString(),
              thing(whose, Things.LIMIT, Things.PLACE_LIMIT)
                  + " "
                  + limit.what()
                  + " "
                  + limit.window(),
              limit.toString());
      case LimitAct.Models(Whose whose, var models) ->
          beside(
              whose,
              thing(whose, Things.MODELS, Things.PLACE_MODELS),
              "models",
              models.isEmpty() ? null : String.join(", ", models));
      case LimitAct.Reset(Whose whose) ->
          new Change(
              "limit reset",
              target(whose),
              "",
              thing(whose, Things.LIMITS, Things.PLACE_LIMITS),
              switch (whose) {
                case Whose.One ignored -> limits.states().nothing();
                case Whose.Many ignored -> limits.scopeStates().nothing();
              });
      case LimitAct.Boost(Whose whose, What what, long amount, Duration length) ->
          new Change(
              "limit boost",
              target(whose),
              new Limit(what, amount, Window.DAY).toString().replaceFirst("/day$", "")
                  + " for "
                  + AsChange.written(length),
              thing(whose, Things.BOOST, Things.PLACE_BOOST) + " " + what,
              limits.states().boosted(what, amount, length));
      case LimitAct.Weigh(Whose whose, Double weight) ->
          beside(whose, thing(whose, Things.LIMIT_WEIGHT, Things.PLACE_WEIGHT), "weight", weight);
      case LimitAct.AtHours(Whose whose, String hours) ->
          beside(whose, thing(whose, Things.LIMIT_HOURS, Things.PLACE_HOURS), "hours", hours);
      case LimitAct.Pays(String scope, var pays) -> {
        String word = pays.name().toLowerCase(Locale.ROOT);
        yield new Change("limit pays", scope, word, Things.PAYS + " " + scope, word);
      }
    };
  }

  private static Change beside(Whose whose, String thing, String key, @Nullable Object said) {
    return new Change(
        "limit set",
        target(whose),
        key + " " + (said == null ? "any" : said),
        thing,
        said == null ? SetStates.RULES : said.toString());
  }

  private static String target(Whose whose) {
    return switch (whose) {
      case Whose.One(var member) -> AsChange.target(member);
      case Whose.Many(String scope) -> scope;
    };
  }

  /** The record's words for the same of one and of many differ. */
  private static String thing(Whose whose, String ofOne, String ofMany) {
    return switch (whose) {
      case Whose.One(var member) -> ofOne + " " + member;
      case Whose.Many(String scope) -> ofMany + " " + scope;
    };
  }
}
