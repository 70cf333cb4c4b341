package io.switchboard.act.deed;

import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a limit, of one or of many; for admins. */
public sealed interface LimitAct extends Act {
  /** One limit, in the place of the rule. */
  record Set(Whose whose, Limit limit) implements LimitAct {}

  /** Which models may be used; none for what the rules say. */
  record Models(Whose whose, List<String> models) implements LimitAct {
    public Models {
      models = List.copyOf(models);
    }
  }

  /** Back to the rules or the configuration; what is counted of a member or a pool is zero. */
  record Reset(Whose whose) implements LimitAct {}

  /**
   * More for a time: of a member, of a place's pool, for each who has a role, or for each member.
   *
   * @param amount of what is counted, at least 1
   * @param length at most {@link io.switchboard.queue.limit.rule.Boost#LONGEST}
   */
  record Boost(Whose whose, What what, long amount, Duration length) implements LimitAct {}

  /**
   * A member's share of the account, or that of each of many.
   *
   * @param weight null for what the rules say
   */
  record Weigh(Whose whose, @Nullable Double weight) implements LimitAct {}

  /**
   * When questions may be asked.
   *
   * @param hours null for what the rules say
   */
  record AtHours(Whose whose, @Nullable String hours) implements LimitAct {}

  /**
   * Whose quota is used in a place.
   *
   * @param scope of the place: {@link io.switchboard.queue.limit.Limits#pool}
   */
  record Pays(String scope, LimitRules.Pays pays) implements LimitAct {}
}
