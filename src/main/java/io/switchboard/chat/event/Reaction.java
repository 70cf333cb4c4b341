package io.switchboard.chat.event;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sign that people put under a message of the bot's. Nobody waits for a reply, and whoever gives
 * one need not be let in. A sign is an emoji, or the platform's name of its own one.
 */
public sealed interface Reaction {
  /** The message. */
  MessageId message();

  /** Somebody gave a sign. */
  record Added(MessageId message, PersonId who, String sign) implements Reaction {}

  /** Somebody took a sign back. */
  record Removed(MessageId message, PersonId who, String sign) implements Reaction {}

  /** These are all the signs that somebody gives now. */
  record Now(MessageId message, PersonId who, List<String> signs) implements Reaction {
    public Now {
      signs = List.copyOf(signs);
    }
  }

  /**
   * Signs went all at once.
   *
   * @param sign which; empty for all
   */
  record Cleared(MessageId message, Optional<String> sign) implements Reaction {}

  /** So many people give each sign now, whoever they are. */
  record Counted(MessageId message, Map<String, Integer> signs) implements Reaction {
    public Counted {
      signs = Map.copyOf(signs);
    }
  }
}
