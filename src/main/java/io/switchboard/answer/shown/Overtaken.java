package io.switchboard.answer.shown;

import io.switchboard.queue.request.RequestId;

/**
 * Somebody else has taken the request over, because this process was not heard of for too long.
 * Whatever it still has to show or keep would go over what is newer.
 */
public final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1;

  Overtaken(RequestId request) {
    super("request " + request + " is answered by another process now");
  }
}
