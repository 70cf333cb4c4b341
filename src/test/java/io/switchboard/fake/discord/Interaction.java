package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** A slash command or a press of a button, and how far the bot has got with it. */
final class Interaction {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
  static final Duration TOKEN_LIVES = Duration.ofMinutes(15);

  final long id;
  final String token;
  final Person person;
  final Channel channel;
  final Message pressed;
  final Instant at;
  final int type;
  private final RealTime had;
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
    this.had = new RealTime(at);
  }

  /** Whether it is too late for a first answer. */
  boolean isOver(Instant now) {
    return had.had(now).compareTo(ANSWER_WITHIN) > 0;
  }
}
