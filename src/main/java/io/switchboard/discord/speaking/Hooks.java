package io.switchboard.discord.speaking;

import io.switchboard.discord.id.MessageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process remembers of interactions: by which one a message was made, and which send has
 * taken an interaction's first reply. Bounded, and only a help: what is forgotten is asked of
 * Discord.
 */
public final class Hooks {
  private static final int BOUND = 2_000;

  /** The first reply is still open. */
  static final String OPEN = "";

  private final Map<String, MessageRef.Hook> byMessage = bounded();
  private final Map<String, String> takers = bounded();

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > BOUND;
      }
    };
  }

  synchronized void made(String message, MessageRef.Hook hook) {
    byMessage.put(message, hook);
  }

  synchronized Optional<MessageRef.Hook> to(String message) {
    return Optional.ofNullable(byMessage.get(message));
  }

  /** This process has just deferred the interaction of that token. */
  public synchronized void deferred(String token) {
    takers.putIfAbsent(token, OPEN);
  }

  /**
   * Takes the first reply for a send.
   *
   * @return whether this send has it, or empty if this process knows nothing of the interaction
   */
  synchronized Optional<Boolean> take(String token, String nonce) {
    String taker = takers.get(token);
    if (taker == null) {
      return Optional.empty();
    }
    if (taker.equals(OPEN)) {
      takers.put(token, nonce);
      return Optional.of(true);
    }
    return Optional.of(taker.equals(nonce));
  }

  /** The send that had taken the first reply was refused for good: another may have it. */
  synchronized void refused(String token, String nonce) {
    takers.replace(token, nonce, OPEN);
  }

  /** What Discord told of it: open, or taken by somebody. */
  synchronized void learnt(String token, String taker) {
    takers.putIfAbsent(token, taker);
  }
}
