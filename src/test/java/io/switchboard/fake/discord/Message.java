package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A message as the fake keeps it. */
final class Message {
  static final int SUPPRESS_EMBEDS = 4;
  static final int EPHEMERAL = 64;
  static final int LOADING = 128;
  static final int VOICE = 8192;

  final long id;
  final Channel channel;
  final Person author;
  final Instant at;
  final List<String> history = new ArrayList<>();
  final List<String> pings = new ArrayList<>();
  String content = "";
  JsonNode components;
  JsonNode embeds;
  int flags;
  Long replyTo;
  String nonce;
  boolean deleted;
  Instant editedAt;
  Person onlyFor;
  List<ObjectNode> files = List.of();
  Channel thread;

  Message(long id, Channel channel, Person author, Instant at) {
    this.id = id;
    this.channel = channel;
    this.author = author;
    this.at = at;
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }
}
