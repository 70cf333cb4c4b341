package io.switchboard.act;

import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** One limit of a place, a role or everybody, by its scope. */
  record SetForPlace(String scope, Limit limit) implements LimitAct {}

  /** Which models may be used there; none for what the rules say. */
  record ModelsForPlace(String scope, List<String> models) implements LimitAct {
    public ModelsForPlace {
      models = List.copyOf(models);
    }
  }

  /** More for a time: of a place's pool, or for each who has a role, or for each member. */
  record BoostForPlace(String scope, What what, long amount, Duration length) implements LimitAct {}

  /**
   * A member's share of the account.
   *
   * @param weight null for what the rules say
   */
  record Weigh(MemberId member, @Nullable Double weight) implements LimitAct {}

  /** The same for each in a place, or who has a role, or for each member. */
  record WeighForPlace(String scope, @Nullable Double weight) implements LimitAct {}

  /**
   * When a member may ask questions.
   *
   * @param hours null for what the rules say
   */
  record AtHours(MemberId member, @Nullable String hours) implements LimitAct {}

  /** The same for each in a place, or who has a role, or for each member. */
  record AtHoursForPlace(String scope, @Nullable String hours) implements LimitAct {}

  /** It is as the configuration says there, and a pool counts from zero. */
  record ResetPlace(String scope) implements LimitAct {}

  /**
   * Whose quota is used in a place.
   *
   * @param scope of the place: {@link io.switchboard.queue.limit.Limits#pool}
   */
  record Pays(String scope, LimitRules.Pays pays) implements LimitAct {}
}
