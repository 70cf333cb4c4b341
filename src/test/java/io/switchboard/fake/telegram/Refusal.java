package io.switchboard.fake.telegram;

import java.util.Map;

/** An answer with {@code ok: false}. */
final class Refusal extends RuntimeException {
  final int code;
  final transient Map<String, Object> parameters;

  Refusal(int code, String description, Map<String, Object> parameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  static Refusal badRequest(String why) {
    return new Refusal(400, "Bad Request: " + why, Map.of());
  }

  static Refusal forbidden(String why) {
    return new Refusal(403, "Forbidden: " + why, Map.of());
  }

  static Refusal tooMany(long seconds) {
    return new Refusal(
        429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
  }
}
