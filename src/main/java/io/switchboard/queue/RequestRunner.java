package io.switchboard.queue;

/** Whoever answers claimed requests. */
@FunctionalInterface
public interface RequestRunner {
  /**
   * Answers and calls {@link RequestQueue#finish} or {@link RequestQueue#putBack}. Runs on a
   * virtual thread of its own; interrupted when the process stops.
   */
  void run(Claimed request);
}
