package io.switchboard.chat.post;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import java.util.List;
import java.util.Optional;

/**
 * A platform that can show a titled post in a community channel, each channel in its native form.
 * Channels are in the configuration's words: {@code discord-channel:ID}, {@code discord-forum:ID},
 * {@code telegram-chat:ID[/TOPIC]}, {@code sandbox-channel:community}. Calls block; they do not
 * wait for a budget and do not try again.
 */
public interface Posts {
  /**
   * The place whose budget posts in a channel use; empty if it is no channel of this platform's.
   */
  Optional<PlaceId> budget(String channel);

  /** Whether a post is short enough for one message there. */
  boolean fits(String channel, Post post);

  /**
   * Posts.
   *
   * @param nonce as for any message
   * @return {@link Delivery.Failed} says whether it may be there
   */
  Delivery post(String channel, Post post, String nonce);

  /** Has a post show something else: its text, its title, its buttons. */
  Reach change(MessageId message, Post post);

  /**
   * Takes a post away.
   *
   * @param instead what it shows where the platform does not let it be deleted any more
   */
  Reach withdraw(MessageId message, Reply instead);

  /**
   * The names of the tags that authors can choose in a channel. May block; empty where there are
   * none, or they cannot be told now.
   */
  default List<String> tags(String channel) {
    return List.of();
  }

  /**
   * The button by which people come to the bot in private and say this there, for platforms on
   * which a press under a post cannot be answered for the presser's eyes.
   *
   * @param start as in {@link io.switchboard.chat.PrivateChats#chatAddress}
   * @return empty where a press is to be used
   */
  default Optional<Button> inPrivate(String label, String start) {
    return Optional.empty();
  }

  /**
   * How the configuration writes a channel that somebody named so: a forum that was named as a
   * channel, for example. May block.
   *
   * @return empty if there is none that the bot can see
   */
  Optional<String> channel(String words);
}
