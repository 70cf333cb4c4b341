package io.switchboard.chat.message;

/** A platform that can show a titled post in a community channel. */
public interface Posts {
  /**
   * Posts in the channel's native form: a forum post with its title, or a message headed by it.
   *
   * @param channel in the configuration's words: {@code discord-channel:ID}, {@code
   *     discord-forum:ID}, {@code telegram-chat:ID[/TOPIC]}, {@code sandbox-channel:community}
   * @param body short enough for one message: cut by {@link Messenger#cut}
   */
  Delivery post(String channel, String title, Reply body, String nonce);
}
