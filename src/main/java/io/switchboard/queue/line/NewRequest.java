package io.switchboard.queue.line;

import io.switchboard.queue.slots.Slots;
import java.time.Instant;
import java.util.List;

/**
 * A request that comes in.
 *
 * @param pool which accounts may answer it, see {@link Slots#serves}
 */
public record NewRequest(
    String key,
    long member,
    String lane,
    String pool,
    long tokens,
    Instant submittedAt,
    Carried carried) {
  /** Of the place in which it was asked. */
  List<String> scopes() {
    return carried.scopes().isEmpty() ? List.of() : List.of(carried.scopes().split("\n", -1));
  }

  /**
   * What the queue keeps for whoever answers, and does not read.
   *
   * @param scopes of the place, one a line
   * @param roles one a line
   */
  public record Carried(
      String place,
      String placeKind,
      String placeName,
      String scopes,
      String roles,
      String replyHandle,
      String payload) {}
}
