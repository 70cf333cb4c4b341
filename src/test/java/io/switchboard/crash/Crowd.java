package io.switchboard.crash;

import java.util.List;
import java.util.Random;

/** Many people in private chats with the bot on one platform, who outlive its process. */
interface Crowd extends AutoCloseable {
  /** The platform's part of the configuration. */
  String yaml();

  /** Who of them may set limits, as the configuration names them. */
  default List<String> admins() {
    return List.of();
  }

  /** One letter, for questions that are told apart. */
  String letter();

  /** How many they are. */
  int size();

  /** Whether the platform keeps what is said while nobody listens. */
  boolean keeps();

  /** Whether the bot listens now; what is said to a bot that does not may be lost. */
  boolean listening();

  /** One of them writes. */
  void say(int person, String text);

  /** The platform delivers something once more that it delivered before. */
  void deliverAgain(Random random);

  /** What the bot shows all of them now. */
  List<Seen> shown();

  /** What is left to be told to the bot. */
  int untold();

  /** What the bot did against the platform's rules. */
  List<String> violations();

  @Override
  void close();

  /** Runs this when the platform has carried out a call and has not answered it yet. */
  void atCall(Moment moment, String contains, Runnable what);

  /** Which call. */
  enum Moment {
    SEND,
    EDIT
  }

  /**
   * A message of the bot's as somebody sees it.
   *
   * @param before what it showed before, oldest first
   */
  record Seen(String chat, String text, List<String> buttons, List<String> before) {}
}
