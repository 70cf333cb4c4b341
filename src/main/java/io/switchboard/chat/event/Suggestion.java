package io.switchboard.chat.event;

/**
 * What may be meant.
 *
 * @param label for people to read
 * @param value what is written if they choose it, as in {@link IncomingCommand#arguments}
 */
public record Suggestion(String label, String value) {
  /** At most so many are wanted. */
  public static final int MOST = 25;

  /** So many characters at most, of each; the tightest platform's bound. */
  public static final int LONGEST = 100;
}
