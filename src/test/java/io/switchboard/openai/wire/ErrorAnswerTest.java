package io.switchboard.openai.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.config.Secret;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refusals as servers word them. */
class ErrorAnswerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final ErrorAnswer errors =
      new ErrorAnswer(new RetryAfter(() -> NOW), Secret.of("sekret-key"));

  @Test
  void knowsWhatIsMeant() {
    expect(401, "{\"error\":{\"message\":\"no\",\"type\":null,\"code\":null}}", Kind.KEY_REFUSED);
    expect(403, "Forbidden", Kind.KEY_REFUSED);
    expect(403, "{\"error\":{\"message\":\"flagged by moderation\"}}", Kind.REFUSED);
    expect(
        402, "{\"error\":{\"code\":402,\"message\":\"Insufficient credits\"}}", Kind.OUT_OF_MONEY);
    expect(404, "{\"error\":\"model 'x' not found\"}", Kind.NO_SUCH_MODEL);
    expect(404, "404 page not found", Kind.REFUSED);
    expect(
        400, "[{\"error\":{\"code\":400,\"message\":\"API key not valid.\"}}]", Kind.KEY_REFUSED);
    expect(400, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"bad\"}]}", Kind.REFUSED);
    expect(
        400,
        "{\"message\":\"This model's maximum context length is 8192 tokens.\"}",
        Kind.TOO_LONG);
    expect(400, "{\"error\":{\"code\":400,\"type\":\"exceed_context_size_error\"}}", Kind.TOO_LONG);
    expect(
        404,
        "{\"error\":{\"message\":\"No endpoints found that support image input\",\"code\":404}}",
        Kind.NO_PICTURES);
    expect(
        500,
        "{\"error\":{\"code\":500,\"message\":\"image input is not supported - hint: if this is"
            + " unexpected, you may need to provide the mmproj\"}}",
        Kind.NO_PICTURES);
    expect(413, "", Kind.TOO_LONG);
    expect(429, "", Kind.BUSY);
    expect(429, "{\"error\":{\"code\":\"insufficient_quota\"}}", Kind.OUT_OF_MONEY);
    expect(429, "{\"error\":{\"message\":\"Request too large for gpt-4o\"}}", Kind.TOO_LONG);
    expect(500, "<html>", Kind.UNAVAILABLE);
    expect(502, "null", Kind.UNAVAILABLE);
    expect(503, "[]", Kind.UNAVAILABLE);
    expect(529, "{}", Kind.UNAVAILABLE);
    expect(408, "", Kind.UNAVAILABLE);
    expect(418, "{\"error\":[]}", Kind.REFUSED);
  }

  @Test
  void knowsWhatIsTooLongInTheWordsOfManyServers() {
    for (String said :
        List.of(
            "This model's maximum context length is 8192 tokens. However, you requested 9000.",
            "Your input exceeds the context window of this model.",
            "prompt is too long: 200001 tokens > 199999 maximum",
            "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000",
            "The decoder prompt (length 9000) is longer than the maximum model length of 8192.",
            "This model's maximum prompt length is 131072 but the request contains 140000 tokens.",
            "The input token count (1200000) exceeds the maximum number of tokens allowed"
                + " (1048576)",
            "too many tokens: total number of tokens in the prompt cannot exceed 4081",
            "Please reduce the length of the messages or completion.",
            "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096.",
            "the request exceeds the available context size, try increasing it",
            "Prompt contains 40000 tokens, too large for model with 32768 maximum context"
                + " length")) {
      expect(400, "{\"error\":{\"message\":\"" + said + "\"}}", Kind.TOO_LONG);
      expect(400, "{\"object\":\"error\",\"message\":\"" + said + "\"}", Kind.TOO_LONG);
      expect(422, "{\"error\":\"" + said + "\",\"error_type\":\"validation\"}", Kind.TOO_LONG);
      expect(500, "{\"detail\":\"" + said + "\"}", Kind.TOO_LONG);
    }
    expect(400, "{\"error\":{\"code\":\"context_length_exceeded\"}}", Kind.TOO_LONG);
    expect(400, "{\"error\":{\"code\":\"string_above_max_length\"}}", Kind.TOO_LONG);
    expect(429, "{\"error\":{\"message\":\"Too many tokens, please wait.\"}}", Kind.BUSY);
  }

  @Test
  void keepsSecretsAndLengthOutOfTheDetail() {
    Failure failure =
        errors.of(
            401,
            headers(),
            "{\"error\":{\"message\":\"bad key sekret-key or\\nsk-abcd1234 "
                + "x".repeat(1000)
                + "\"}}");
    assertThat(failure.detail())
        .startsWith("HTTP 401: bad key (secret) or (secret) xxx")
        .hasSizeLessThan(400);
    // A local server takes any key, and people write "k" or "x" then.
    ErrorAnswer local = new ErrorAnswer(new RetryAfter(() -> NOW), Secret.of("k"));
    assertThat(local.failure(Kind.UNAVAILABLE, "cannot be looked up").detail())
        .isEqualTo("cannot be looked up");
  }

  @Test
  void readsRetryAfter() {
    assertThat(wait("Retry-After", "3")).isEqualTo(Duration.ofSeconds(3));
    assertThat(wait("Retry-After", "0.25")).isEqualTo(Duration.ofMillis(250));
    assertThat(wait("retry-after-ms", "1500", "Retry-After", "9"))
        .isEqualTo(Duration.ofMillis(1500));
    assertThat(wait("Retry-After", "Thu, 01 Jan 2026 00:01:00 GMT"))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(
            wait(
                "Retry-After",
                "Thu, 01 Jan 2026 10:01:00 GMT",
                "Date",
                "Thu, 01 Jan 2026 10:00:30 GMT"))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(wait("Retry-After", "Wed, 01 Jan 2025 00:01:00 GMT")).isZero();
    assertThat(wait("Retry-After", "-5")).isZero();
    assertThat(wait("Retry-After", "1e300")).isEqualTo(Duration.ofDays(1));
    assertThat(wait("Retry-After", "soon")).isNull();
    assertThat(wait("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "1m30.5s"))
        .isEqualTo(Duration.ofMillis(90_500));
    assertThat(wait("x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "6ms"))
        .isEqualTo(Duration.ofMillis(6));
    assertThat(wait("x-ratelimit-remaining-requests", "5", "x-ratelimit-reset-requests", "1s"))
        .isNull();
  }

  private Duration wait(String... headers) {
    return errors.of(429, headers(headers), "").retryAfter();
  }

  private void expect(int status, String body, Kind kind) {
    assertThat(errors.of(status, headers(), body).kind()).as(status + " " + body).isEqualTo(kind);
  }

  private static HttpHeaders headers(String... pairs) {
    Map<String, List<String>> map = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], List.of(pairs[i + 1]));
    }
    return HttpHeaders.of(map, (_, _) -> true);
  }
}
