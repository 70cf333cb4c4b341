package io.switchboard.queue.limit;

import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.What;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may use what they may use: what was looked at, and what came of it.
 *
 * @param roles by which rules were looked up
 * @param verdicts most specific first, for each thing that is limited; the pools of places last
 * @param pays whose quota is used in the place that was asked for
 * @param uses the limits that bind and count use
 * @param beside what is not a limit
 */
public record Why(
    Set<String> roles,
    List<Verdict> verdicts,
    LimitRules.Pays pays,
    List<LimitUse> uses,
    List<Boost.Running> boosts,
    Beside beside) {
  /**
   * What is said beside limits.
   *
   * @param models by scope; the first counts
   * @param hours when questions may be asked, by scope; the first counts
   * @param weights the share of the account, by scope; the first counts
   */
  public record Beside(
      Map<String, List<String>> models, Map<String, String> hours, Map<String, Double> weights) {
    /** The share of the account; 1 where nothing is said. */
    public double weight() {
      return weights.values().stream().findFirst().orElse(1.0);
    }
  }

  /** What became of a limit, or of a scope that could have said one. */
  public enum Outcome {
    /** It counts. */
    BINDS,
    /** Something more specific counts instead. */
    REPLACED,
    /** It says nothing, so that the next was looked at. */
    SILENT,
    /** It says that there is no limit. */
    FREE,
    /** It would count, but another's quota is used here. */
    UNPAID
  }

  /**
   * One thing that was looked at.
   *
   * @param limit null if the scope says none
   * @param scope where it is said: {@code default}, {@code member}, a role or a place
   * @param subject whose use counts: {@code member:5}, or a place that all use up together
   * @param by the scope that replaces it; empty if none does
   */
  public record Verdict(
      What what, @Nullable Limit limit, String scope, String subject, Outcome outcome, String by) {
    Verdict with(Outcome other) {
      return new Verdict(what, limit, scope, subject, other, by);
    }
  }
}
