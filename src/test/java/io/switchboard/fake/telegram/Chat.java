package io.switchboard.fake.telegram;

/**
 * A chat, or one topic of a forum.
 *
 * @param topic the topic's id; 0 for the chat itself
 * @param type {@code private}, {@code group}, {@code supergroup} or {@code channel}
 */
public record Chat(long id, int topic, String type, String title) {
  boolean isPrivate() {
    return type.equals("private");
  }

  /** Whether the budget of groups holds here. */
  boolean isShared() {
    return !isPrivate();
  }
}
