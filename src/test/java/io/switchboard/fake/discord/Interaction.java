package io.switchboard.fake.discord;

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
  boolean acknowledged;
  Message original;

  Interaction(long id, String token, Person person, Channel channel, Message pressed, Instant at) {
    this.id = id;
    this.token = token;
    this.person = person;
    this.channel = channel;
    this.pressed = pressed;
    this.at = at;
  }
}
