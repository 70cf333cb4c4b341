package io.switchboard.scenario;

import java.time.Instant;
import java.util.List;

/** A chat platform with people on it, as a scenario needs it: the same script is played on each. */
interface Stage extends AutoCloseable {
  /** The platform's part of the configuration. */
  String yaml();

  /** A person's id as the configuration writes it. */
  String id(String person);

  /** Their app speaks this language: {@code ko}, {@code zh-Hant}. Before the bot is started. */
  void speaks(String person, String language);

  /** Waits until the bot listens. */
  void awaitBot();

  /** Writes to the bot in private. */
  void say(String person, String text);

  /** Sends the bot a file in private, with words that may be none. */
  void send(String person, String text, String name, byte[] content);

  /** Pastes a text that is longer than a message may be, as the platform's own app sends it. */
  void paste(String person, String text);

  /** Sends two pictures at once. */
  void album(String person, String text, byte[] one, byte[] two);

  /** Sends the bot a voice message in private. */
  void speak(String person, byte[] sound);

  /** Addresses the bot in the group, by its name. */
  void sayInGroup(String person, String text);

  /** Writes in the group without meaning the bot. */
  void chatInGroup(String person, String text);

  /** Answers one of the bot's messages. */
  void reply(String person, Seen message, String text);

  /** Edits what was said last with {@link #say}, {@link #sayInGroup} or {@link #chatInGroup}. */
  void edit(String person, String text);

  /** Uses a command from the platform's menu, in private. */
  void command(String person, String name, String arguments);

  /** Uses a command from the platform's menu, in the group. */
  void commandInGroup(String person, String name, String arguments);

  /** Presses a button. */
  void press(String person, Seen message, String label);

  /** The platform delivers the last message once more. */
  void deliverAgain();

  /** What the bot shows this person in private, oldest first. */
  List<Seen> inPrivate(String person);

  /** What the bot shows this person in the group, oldest first. */
  List<Seen> inGroup(String person);

  /** What the bot shows in the community channel. */
  List<Seen> inCommunity();

  /** The group as the configuration writes it. */
  String groupScope();

  /** What the bot shows this person after a press under a post, oldest first. */
  List<Seen> afterPress(String person);

  /** What the bot shows this person in the staff channel, oldest first. */
  List<Seen> inStaff(String person);

  /** The staff channel as the configuration writes it. */
  String staffChannel();

  /** Puts a sign under a post. */
  void react(String person, Seen post, String sign);

  /** The community channel as the configuration writes it. */
  String communityChannel();

  /** As a message of the bot on this platform names the community channel. */
  String communityCalled();

  /** As it is named where nothing can be pressed, or on another platform. */
  String communityNamed();

  /** Everything the platform would have refused, or had to slow down. */
  List<String> violations();

  @Override
  void close();

  /** The files under a message of the bot, as they arrived. */
  List<byte[]> contents(Seen seen);

  /** The names of the files under a message of the bot. */
  List<String> files(Seen seen);

  /** The moments in a message that its reader's app shows by its own clock. */
  List<Instant> moments(Seen seen);

  /**
   * A message as a person sees it.
   *
   * @param message the platform's own idea of it
   * @param text what is read
   * @param links addresses that can be opened from it
   */
  record Seen(Object message, String text, List<String> buttons, List<String> links) {}
}
