package io.switchboard.share.end;

import java.util.HashMap;
import java.util.Map;

/** Keeps two threads from doing the same share's work; who comes second makes the first go on. */
final class OneAtATime {
  /** Shares that are worked on, and whether somebody came meanwhile. */
  private final Map<Long, Boolean> busy = new HashMap<>();

  /** Whether this thread may do it; if not, the one who does will {@link #goOn}. */
  synchronized boolean begin(long share) {
    return busy.put(share, busy.containsKey(share)) == null;
  }

  /** Whether somebody came meanwhile, so that it has to be done again; if not, it is over. */
  synchronized boolean goOn(long share) {
    if (Boolean.TRUE.equals(busy.get(share))) {
      busy.put(share, false);
      return true;
    }
    busy.remove(share);
    return false;
  }

  /** It went wrong and is over. */
  synchronized void giveUp(long share) {
    busy.remove(share);
  }
}
