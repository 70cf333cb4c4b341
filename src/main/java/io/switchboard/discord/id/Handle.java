package io.switchboard.discord.id;

import java.time.Duration;
import java.time.Instant;

/** What stands in a {@link io.switchboard.chat.Destination}'s handle. */
public sealed interface Handle {
  /** The text that {@link #read} understands. */
  String text();

  /** A new message that replies to nothing. */
  record Nothing() implements Handle {
    @Override
    public String text() {
      return "";
    }
  }

  /** A reply to a message. */
  record ToMessage(String message) implements Handle {
    @Override
    public String text() {
      return "m/" + message;
    }
  }

  /**
   * An answer to a slash command or a press.
   *
   * @param kind how it was deferred
   * @param person who did it
   * @param thinking the message that shows the bot as thinking; empty if there is none, or Discord
   *     did not say which
   */
  record ToInteraction(
      String application, long id, Kind kind, String person, String thinking, String token)
      implements Handle {
    /** Discord takes a token for 15 minutes; less what a call may take. */
    private static final Duration LIFE = Duration.ofMinutes(15).minusSeconds(5);

    /** How an interaction was deferred, which decides what its first answer is. */
    public enum Kind {
      /** A command whose reply everybody will see in place of "thinking". */
      PUBLIC,
      /** A command whose reply only the asker will see in place of "thinking". */
      PERSONAL,
      /** A press, deferred without a message: every reply is a new one. */
      PRESS
    }

    /** The same, now that it is known which message shows the bot as thinking. */
    public ToInteraction thinkingIn(String message) {
      return new ToInteraction(application, id, kind, person, message, token);
    }

    /** Whether its token is no longer good. */
    public boolean ended(Instant now) {
      return !now.isBefore(Snowflake.time(id).plus(LIFE));
    }

    @Override
    public String text() {
      return String.join(
          "/", "t", application, Long.toString(id), kind.name(), person, thinking, token);
    }
  }

  /**
   * Reads a handle.
   *
   * @throws IllegalArgumentException if it is none of Discord's
   */
  static Handle read(String text) {
    if (text.isEmpty()) {
      return new Nothing();
    }
    String[] parts = text.split("/", text.startsWith("t/") ? 7 : 6);
    if (parts[0].equals("m") && parts.length == 2) {
      return new ToMessage(parts[1]);
    }
    boolean told = parts[0].equals("t") && parts.length == 7;
    // Requests of an older version may still wait, with handles that told no message.
    if (told || (parts[0].equals("i") && parts.length == 6)) {
      return new ToInteraction(
          parts[1],
          Long.parseUnsignedLong(parts[2]),
          ToInteraction.Kind.valueOf(parts[3]),
          parts[4],
          told ? parts[5] : "",
          parts[parts.length - 1]);
    }
    throw new IllegalArgumentException("not a handle of Discord's: " + parts[0]);
  }
}
