package io.switchboard.pacing;

import io.switchboard.chat.Delivery;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.Reply;
import java.util.function.Supplier;

/**
 * Everything that is said goes out by here. Calls block until the platform has answered for good.
 */
public final class Outbox {
  /**
   * Sends when the place's budget allows. Waits out any {@link Delivery.Throttled} and tries a
   * {@link Delivery.Failed} again with back-off (with the same nonce) for a bounded time, so the
   * result is Delivered, Gone or at last Failed.
   *
   * @param latest asked once the slot is there, so that what goes out is the newest
   */
  public Delivery send(Priority priority, Destination to, Supplier<Reply> latest, String nonce) {
    throw new UnsupportedOperationException();
  }

  /** Edits when the place's budget allows; see {@link #send}. */
  public Delivery edit(
      Priority priority, PlaceId place, MessageId message, Supplier<Reply> latest) {
    throw new UnsupportedOperationException();
  }

  /** Deletes when the place's budget allows. */
  public Delivery delete(PlaceId place, MessageId message) {
    throw new UnsupportedOperationException();
  }

  /** Shows that an answer is being prepared, if there is budget to spare right now. */
  public void typing(PlaceId place) {
    throw new UnsupportedOperationException();
  }
}
