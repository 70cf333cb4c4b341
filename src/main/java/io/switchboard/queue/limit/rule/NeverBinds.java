package io.switchboard.queue.limit.rule;

import java.util.List;
import java.util.Optional;

/** Finds limits that another one of the same list always comes before. */
public final class NeverBinds {
  private NeverBinds() {}

  /** The one of the others that comes before this, always; empty if this can bind. */
  public static Optional<Limit> behind(Limit limit, List<Limit> others) {
    return others.stream()
        .filter(other -> !other.equals(limit) && other.what() == limit.what())
        .filter(other -> comesBefore(other, limit))
        .findFirst();
  }

  /** Whether whoever keeps to the first can never use up the second. */
  private static boolean comesBefore(Limit first, Limit second) {
    long a = first.window().length().toSeconds();
    long b = second.window().length().toSeconds();
    if (a == 0 || b == 0) {
      return false;
    }
    long windows = (b + a - 1) / a;
    if (calendar(first.window())) {
      windows++; // a stretch of time touches one more of those that begin on their own
    }
    if (first.amount() > Limit.MOST / windows) {
      return false;
    }
    long most = first.amount() * windows;
    // Of two that say the same, the first counts as the one that binds.
    return most < second.amount() || (most == second.amount() && a < b);
  }

  private static boolean calendar(Window window) {
    return window.word().startsWith("calendar ");
  }
}
