package io.switchboard.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How much an account takes, and what it offers.
 *
 * @param caps what it takes
 * @param weight of two accounts, one with twice the weight is asked twice as often; at least 1
 * @param model the one used when nobody chose one
 * @param models all that may be chosen, {@code model} among them
 * @param contextTokens a bound on a prompt beside the settings' own; 0 for none
 */
public record AccountTerms(
    Caps caps, int weight, String model, Set<String> models, int contextTokens) {
  /**
   * What an account takes, over all processes together.
   *
   * @param concurrency answers at once, at least 1
   * @param requestsPerMinute in any sixty seconds; 0 for any number
   * @param tokensPerMinute in and out, in any sixty seconds; 0 for any number
   */
  public record Caps(int concurrency, int requestsPerMinute, long tokensPerMinute) {}

  public AccountTerms {
    models = Set.copyOf(models);
  }

  /** Of an account that only has so many slots and one model. */
  public static AccountTerms of(int concurrency, String model) {
    return new AccountTerms(new Caps(concurrency, 0, 0), 1, model, Set.of(model), 0);
  }

  /** The models of which the first is its own. */
  public static Set<String> offering(String own, List<String> others) {
    Set<String> all = new LinkedHashSet<>();
    all.add(own);
    all.addAll(others);
    return all;
  }
}
