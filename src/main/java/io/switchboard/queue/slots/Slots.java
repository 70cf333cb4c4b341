package io.switchboard.queue.slots;

import java.util.Set;

/**
 * What may run on an account.
 *
 * @param weight of two accounts, one with twice the weight is asked twice as often; at least 1
 * @param pools what it has to offer beside {@link #ANY}: names of models
 */
public record Slots(String account, Caps caps, int weight, Set<String> pools, Use use) {
  /** The pool of whoever does not mind which model answers. */
  public static final String ANY = "";

  /**
   * What an account takes, over all processes together.
   *
   * @param concurrency answers at once
   * @param requests in any sixty seconds; 0 for any number
   * @param tokens in any sixty seconds; 0 for any number
   */
  public record Caps(int concurrency, int requests, long tokens) {
    public boolean perMinute() {
      return requests > 0 || tokens > 0;
    }
  }

  /** Whether it may be asked. */
  public enum Use {
    OPEN,
    /** Not now, but soon. */
    RESTING,
    /** Only where no other serves a request, now or soon. */
    LAST,
    /** Not at all. */
    CLOSED
  }

  public Slots {
    pools = Set.copyOf(pools);
  }

  /** Of an account that may be asked, and has nothing but a number of slots. */
  public static Slots of(String account, int concurrency) {
    return new Slots(account, new Caps(concurrency, 0, 0), 1, Set.of(), Use.OPEN);
  }

  public boolean serves(String pool) {
    return pool.equals(ANY) || pools.contains(pool);
  }

  /** How many can run on it now, as far as is known. */
  public int running() {
    return use == Use.OPEN || use == Use.LAST ? caps.concurrency() : 0;
  }
}
