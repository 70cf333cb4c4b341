package io.switchboard.queue.line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as the queue sees it.
 *
 * @param tokens expected
 * @param charged to its member's line
 * @param weight by which it was charged
 * @param attempt how often it was claimed
 * @param failures how often it was claimed and its runner broke down
 * @param holder the process that runs it
 * @param note the message that says where it stands
 * @param shown the messages that show its answer, one a line; null if there are none
 * @param sending behind which bookmark another of them was about to be sent
 * @param pool which accounts may answer it
 */
public record RequestRow(
    long id,
    long member,
    String lane,
    State state,
    long tokens,
    long charged,
    double weight,
    int attempt,
    int failures,
    boolean stopWanted,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable String account,
    @Nullable String holder,
    @Nullable String note,
    @Nullable String shown,
    @Nullable String sending,
    String pool) {
  /** A request, and what it carries. */
  public record Whole(RequestRow row, NewRequest.Carried carried) {}
}
