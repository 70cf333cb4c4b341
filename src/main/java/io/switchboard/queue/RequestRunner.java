package io.switchboard.queue;

import io.switchboard.queue.request.Claimed;

/** Whoever answers claimed requests. */
@FunctionalInterface
public interface RequestRunner {
  /**
   * Answers and calls {@link RequestQueue#finish} or {@link RequestQueue#putBack}. Runs on a
   * virtual thread of its own; interrupted when the process stops.
   */
  void run(Claimed request);

  /**
   * It broke down so often that the request has failed, which somebody should tell the one who
   * asked. Called once, after {@link #run}, on the same thread.
   */
  default void gaveUp(Claimed request) {}
}
