package io.switchboard.community.like;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.event.Reaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reactions to messages that are no posts, or not yet: for some seconds, and not too many. */
final class Early {
  private static final Logger log = LoggerFactory.getLogger(Early.class);

  private static final int TRIES = 8;
  private static final int MOST_MESSAGES = 50;
  private static final int MOST_EACH = 50;

  private final BiPredicate<MessageId, List<Reaction>> noted;
  private final Map<MessageId, Waiting> waiting = new LinkedHashMap<>();
  private boolean looking;

  private record Waiting(List<Reaction> reactions, int tries) {}

  /**
   * None yet.
   *
   * @param noted writes them down; false if the message is no post, as far as is known
   */
  Early(BiPredicate<MessageId, List<Reaction>> noted) {
    this.noted = noted;
  }

  /** Has it written down after those that came before it, now or a little later. */
  synchronized void inOrder(Reaction reaction, BooleanSupplier expecting) {
    MessageId message = reaction.message();
    Waiting before = waiting.get(message);
    List<Reaction> all = new ArrayList<>(before == null ? List.of() : before.reactions());
    all.add(reaction);
    if (noted.test(message, all)) {
      waiting.remove(message);
    } else if (before != null || (waiting.size() < MOST_MESSAGES && expecting.getAsBoolean())) {
      waiting.put(
          message,
          new Waiting(
              List.copyOf(all.size() > MOST_EACH ? all.subList(0, MOST_EACH) : all),
              before == null ? TRIES : before.tries()));
      look();
    }
  }

  private void look() {
    if (!looking) {
      looking = true;
      Thread.ofVirtual().name("early reactions").start(this::run);
    }
  }

  private void run() {
    try {
      do {
        TimeUnit.SECONDS.sleep(1);
      } while (again());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether to look again. */
  private synchronized boolean again() {
    for (MessageId message : List.copyOf(waiting.keySet())) {
      Waiting one = waiting.remove(message);
      if (one != null && !tried(message, one) && one.tries() > 1) {
        waiting.put(message, new Waiting(one.reactions(), one.tries() - 1));
      }
    }
    looking = !waiting.isEmpty();
    return looking;
  }

  private boolean tried(MessageId message, Waiting one) {
    try {
      return noted.test(message, one.reactions());
    } catch (RuntimeException | Error e) {
      log.debug("The database is away or closed", e);
      return false;
    }
  }
}
