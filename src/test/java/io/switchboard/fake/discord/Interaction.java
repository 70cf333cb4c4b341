package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** A slash command or a press of a button, and how far the bot has got with it. */
final class Interaction {
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
  static final Duration TOKEN_LIVES = Duration.ofMinutes(15);

  final long id;
  final String token;
  final Person person;
  final Channel channel;
  final Message pressed;
  final Instant at;
  final int type;
  boolean acknowledged;

  /** What was suggested, or the form that was opened. */
  JsonNode answer;

  Message original;

  Interaction(
      long id,
      String token,
      Person person,
      Channel channel,
      Message pressed,
      Instant at,
      int type) {
    this.type = type;
    this.id = id;
    this.token = token;
    this.person = person;
    this.channel = channel;
    this.pressed = pressed;
    this.at = at;
  }
}
