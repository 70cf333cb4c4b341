package io.switchboard.chat;

/**
 * Where the reply to one event goes. Kept with a request, so that any process can go on with it
 * later.
 *
 * @param handle what the adapter needs beside the place: the message replied to, an interaction's
 *     token with its end; empty if nothing. Only the adapter parses it.
 */
public record Destination(PlaceId place, String handle) {
  /** A new message in the place, in reply to nothing. */
  public static Destination in(PlaceId place) {
    return new Destination(place, "");
  }
}
