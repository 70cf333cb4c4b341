package io.switchboard.fake.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A channel of the server, a thread, or a private chat. */
public final class Channel {
  /** As Discord numbers them. */
  public static final int TEXT = 0;

  /** A private chat of one person and the bot. */
  public static final int DM = 1;

  /** A thread or forum post. */
  public static final int THREAD = 11;

  /** A forum. */
  public static final int FORUM = 15;

  final long id;
  final int type;
  volatile String name;
  final Channel parent;
  final Person recipient;
  final long owner;
  final Map<Long, Message> messages = new LinkedHashMap<>();

  /** Tags of a forum: id, name, and whether only moderators give them. */
  final Map<Long, Tag> tags = new LinkedHashMap<>();

  /** Tags of a forum's post. */
  volatile List<Long> applied = List.of();

  volatile boolean requiresTag;
  volatile boolean archived;
  volatile boolean locked;
  volatile boolean deleted;

  record Tag(String name, boolean moderated) {}

  volatile int slow;
  private volatile int slowStatus;
  private volatile long botSpoke;

  /** The code with which Discord refuses the bot here, or 0. */
  volatile int refuses;

  Channel(long id, int type, String name, Channel parent, Person recipient, long owner) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.parent = parent;
    this.recipient = recipient;
    this.owner = owner;
  }

  /** Its snowflake. */
  public long id() {
    return id;
  }

  /** Its name; empty for a private chat. */
  public String name() {
    return name;
  }

  /** From now on the bot is refused here: 50001, 50013, 50007 (private chats) or 0 for no more. */
  public void refuse(int code) {
    refuses = code;
  }

  /**
   * Slow mode: how long everybody waits between two messages, or posts. Bots are not bound by it,
   * as a rule.
   */
  public void slowMode(int seconds) {
    slow = seconds;
  }

  /** From now on the bot is bound by it, too: with this status and Discord's code 20016. */
  public void slowModeForBots(int status) {
    slowStatus = status;
  }

  /** The bot says something here, if it may already. */
  void botSays() {
    long now = System.nanoTime();
    double left = botSpoke == 0 ? 0 : slow - (now - botSpoke) / 1e9;
    if (slowStatus != 0 && left > 0) {
      throw Refusal.slow(slowStatus, left);
    }
    botSpoke = now;
  }

  /** A post in this forum needs a tag from now on, or does not. */
  public void requireTag(boolean required) {
    requiresTag = required;
  }

  /** The names of the tags that a post has. */
  public List<String> tags() {
    return applied.stream().map(id -> parent.tags.get(id).name()).toList();
  }

  /** Whether it is archived. */
  public boolean isArchived() {
    return archived;
  }

  /** Discord archives it, as after days without a word; locked, only moderators open it. */
  public void archive(boolean withLock) {
    archived = true;
    locked = withLock;
  }

  boolean isDm() {
    return type == DM;
  }
}
