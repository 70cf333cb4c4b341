package io.switchboard.fake.discord;

import java.util.LinkedHashMap;
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
  final String name;
  final Channel parent;
  final Person recipient;
  final long owner;
  final Map<Long, Message> messages = new LinkedHashMap<>();

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

  boolean isDm() {
    return type == DM;
  }
}
