package io.switchboard.fake.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything there is. Guarded by its own monitor. */
final class World {
  static final long EPOCH = 1_420_070_400_000L;
  static final long SERVER = 900_000_000_000_000_001L;
  static final Person BOT =
      new Person(800_000_000_000_000_001L, "switchboard", "en-US", Set.of(), true);

  final Map<Long, Channel> channels = new LinkedHashMap<>();
  final Map<Long, Person> people = new LinkedHashMap<>();
  final Map<Long, String> roles = new LinkedHashMap<>();
  final Map<Long, Interaction> interactions = new HashMap<>();
  final Map<String, Interaction> byToken = new HashMap<>();
  final Map<String, Message> byNonce = new HashMap<>();
  final Cdn cdn = new Cdn();
  final List<String> violations = new CopyOnWriteArrayList<>();
  final AtomicInteger held = new AtomicInteger();
  final List<String> typing = new ArrayList<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  com.fasterxml.jackson.databind.node.ArrayNode commands = Json.array();

  /** Whether the bot may manage threads. */
  boolean managesThreads;

  private Duration ahead = Duration.ZERO;
  private long count;

  synchronized Instant now() {
    return Instant.now().plus(ahead);
  }

  synchronized void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  synchronized long snowflake() {
    return ((now().toEpochMilli() - EPOCH) << 22) | (count++ & 0x3fffff);
  }

  synchronized Message message(Channel channel, Person author) {
    long id = snowflake();
    Message message = new Message(id, channel, author, now());
    channel.messages.put(id, message);
    return message;
  }

  synchronized Channel channel(long id) {
    Channel channel = channels.get(id);
    if (channel == null || channel.deleted) {
      throw Refusal.luck(404, 10003, "Unknown Channel");
    }
    if (channel.refuses != 0) {
      throw Refusal.luck(403, channel.refuses, "Refused here");
    }
    return channel;
  }

  synchronized Channel dm(Person person) {
    for (Channel channel : channels.values()) {
      if (channel.isDm() && channel.recipient.id() == person.id()) {
        return channel;
      }
    }
    return add(new Channel(snowflake(), Channel.DM, "", null, person, 0));
  }

  synchronized Channel add(Channel channel) {
    channels.put(channel.id, channel);
    return channel;
  }

  /** A message that the bot can reach by its channel. */
  Message message(Channel channel, long id) {
    Message message = channel.messages.get(id);
    if (message == null || message.deleted || message.is(Message.EPHEMERAL)) {
      throw Refusal.luck(404, 10008, "Unknown Message");
    }
    return message;
  }

  void violation(String what) {
    violations.add(what);
  }

  /** Whether a command for typing is registered by this name and id. */
  boolean registered(String name, String id) {
    for (com.fasterxml.jackson.databind.JsonNode command : commands) {
      if (command.path("name").asText().equals(name) && command.path("id").asText().equals(id)) {
        return command.path("type").asInt(1) == 1;
      }
    }
    return false;
  }
}
