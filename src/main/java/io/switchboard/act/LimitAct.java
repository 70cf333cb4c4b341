package io.switchboard.act;

import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import java.time.Duration;
import java.util.List;

/** What becomes of a limit; for admins. */
public sealed interface LimitAct extends Act {
  /** One limit of a member, in the place of the rule. */
  record Set(MemberId member, Limit limit) implements LimitAct {}

  /** Which models a member may use; none for what the rules say. */
  record Models(MemberId member, List<String> models) implements LimitAct {
    public Models {
      models = List.copyOf(models);
    }
  }

  /** Back to the rules, and counting from zero. */
  record Reset(MemberId member) implements LimitAct {}

  /**
   * More for a time.
   *
   * @param amount of what is counted, at least 1
   * @param length at most {@link io.switchboard.queue.limit.Limits#LONGEST_BOOST}
   */
  record Boost(MemberId member, What what, long amount, Duration length) implements LimitAct {}

  /** One limit of a place, in the place of what the configuration says, by its scope. */
  record SetForPlace(String scope, Limit limit) implements LimitAct {}

  /** Which models may be used in a place; none for what the rules say. */
  record ModelsForPlace(String scope, List<String> models) implements LimitAct {
    public ModelsForPlace {
      models = List.copyOf(models);
    }
  }

  /** A place is as the configuration says, and its pool counts from zero. */
  record ResetPlace(String scope) implements LimitAct {}

  /**
   * Whose quota is used in a place.
   *
   * @param scope of the place: {@link io.switchboard.queue.limit.Limits#pool}
   */
  record Pays(String scope, LimitRules.Pays pays) implements LimitAct {}
}
