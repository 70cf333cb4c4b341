package io.switchboard.openai.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.config.Secret;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal means. Servers agree on {@code {"error":{message,type,code}}} only roughly: the
 * code may be a number, a text or null, the error may be a text, and a proxy may answer in HTML.
 */
public final class ErrorAnswer {
  /** A shorter key would be found in ordinary words. */
  private static final int SHORTEST = 6;

  private static final int LONGEST_DETAIL = 300;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern KEY_LIKE = Pattern.compile("\\b(sk|gsk|pk|xai)-[A-Za-z0-9_*.-]{4,}");
  private static final Pattern TAGS =
      Pattern.compile("(?s)<(script|style).*?</\\1>|<[^>]{0,1000}>");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private final RetryAfter retryAfter;
  private final Secret key;

  public ErrorAnswer(RetryAfter retryAfter, Secret key) {
    this.retryAfter = retryAfter;
    this.key = key;
  }

  /** What an answer with this status means; the body may be anything. */
  public Failure of(int status, HttpHeaders headers, String body) {
    JsonNode root = json(body);
    JsonNode error = error(root);
    String said = said(error);
    Kind kind = kind(status, said, root.isContainerNode() || body.isBlank());
    Duration wait = kind == Kind.BUSY || kind == Kind.UNAVAILABLE ? retryAfter.of(headers) : null;
    return new Failure(kind, detail("HTTP " + status, message(error, body)), wait);
  }

  /** What an error inside a stream means. */
  public Failure inStream(JsonNode node) {
    JsonNode error = error(node);
    int status = status(error.path("code"));
    if (status == 0) {
      status = status(error.path("status"));
    }
    String said = said(error);
    Kind kind = status == 0 ? named(said) : null;
    if (kind == null) {
      kind = status == 0 ? Kind.UNAVAILABLE : kind(status, said, true);
    }
    return new Failure(kind, detail("in the stream", message(error, node.toString())), null);
  }

  /** A failure in our own words; anything secret is taken out of them too. */
  public Failure failure(Kind kind, String detail) {
    return new Failure(kind, tidy(detail), null);
  }

  private static Kind kind(int status, String said, boolean speaksJson) {
    Kind named = named(said);
    if (aboutPictures(said) && status != 401 && status != 403 && status != 429) {
      return Kind.NO_PICTURES; // servers of models that see none answer with 400, 404 or even 500
    }
    return switch (status) {
      case 401 -> Kind.KEY_REFUSED;
      case 403 ->
          moderated(said) ? Kind.REFUSED : named == Kind.OUT_OF_MONEY ? named : Kind.KEY_REFUSED;
      case 402 -> Kind.OUT_OF_MONEY;
      // A page that is not there at all is a wrong address, not a wrong model.
      case 404 -> speaksJson ? Kind.NO_SUCH_MODEL : Kind.REFUSED;
      case 413 -> Kind.TOO_LONG;
      case 429 -> named == Kind.OUT_OF_MONEY || named == Kind.TOO_LONG ? named : Kind.BUSY;
      case 408, 409, 425 -> Kind.UNAVAILABLE;
      default -> {
        if (status >= 500) {
          yield named == Kind.TOO_LONG ? named : Kind.UNAVAILABLE;
        }
        yield named == null ? Kind.REFUSED : named;
      }
    };
  }

  /** What the error's own words say, if they are known ones. */
  private static @Nullable Kind named(String said) {
    if (has(
        said,
        "insufficient_quota",
        "billing_hard_limit",
        "billing_not_active",
        "insufficient_funds",
        "insufficient credits",
        "insufficient balance",
        "credit balance is too low",
        "exceeded your current quota, please check your plan")) {
      return Kind.OUT_OF_MONEY;
    }
    if (has(
        said,
        "context_length_exceeded",
        "exceed_context_size",
        "maximum context length",
        "context window",
        "context size",
        "context length",
        "context limit",
        "maximum model length",
        "maximum prompt length",
        "exceeds the maximum number of tokens",
        "number of tokens in the prompt",
        "reduce the length of the",
        "`max_new_tokens` must be <=",
        "prompt is too long",
        "request too large",
        "string_above_max_length")) {
      return Kind.TOO_LONG;
    }
    if (has(
        said,
        "invalid_api_key",
        "api key not valid",
        "incorrect api key",
        "authentication_error",
        "invalid_authentication")) {
      return Kind.KEY_REFUSED;
    }
    if (has(
            said,
            "model_not_found",
            "model not found",
            "no such model",
            "unknown model",
            "invalid model",
            "not a valid model")
        || (said.contains("model") && said.contains("does not exist"))) {
      return Kind.NO_SUCH_MODEL;
    }
    if (has(
        said,
        "rate_limit",
        "too many requests",
        "rate limit",
        "tokens_exceeded",
        "resource_exhausted")) {
      return Kind.BUSY;
    }
    if (has(said, "overloaded", "server_error", "internal_error", "unavailable", "timeout")) {
      return Kind.UNAVAILABLE;
    }
    if (has(said, "invalid_request", "content_filter", "content_policy", "bad_request")) {
      return Kind.REFUSED;
    }
    return null;
  }

  private static boolean aboutPictures(String said) {
    return has(
        said,
        "image input",
        "image_url",
        "support image",
        "supports image",
        "images are not",
        "image is not",
        "support vision",
        "multimodal",
        "multi-modal",
        "mmproj");
  }

  private static boolean moderated(String said) {
    return has(said, "moderation", "content_policy", "content policy", "flagged");
  }

  private static boolean has(String said, String... words) {
    return Stream.of(words).anyMatch(said::contains);
  }

  private static JsonNode json(String body) {
    try {
      JsonNode root = JSON.readTree(body);
      return root == null ? MissingNode.getInstance() : root;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static JsonNode error(JsonNode root) {
    JsonNode first = root.isArray() ? root.path(0) : root;
    return first.hasNonNull("error") ? first.get("error") : first;
  }

  /** All words of the error that have a meaning, in lower case. */
  private static String said(JsonNode error) {
    StringBuilder words = new StringBuilder();
    for (String field : new String[] {"code", "type", "status", "message", "detail"}) {
      words.append(error.path(field).asText("")).append(' ');
    }
    return (error.isTextual() ? error.asText() : words.toString()).toLowerCase(Locale.ROOT);
  }

  private static int status(JsonNode code) {
    int status = code.asInt(0);
    return status >= 400 && status < 600 ? status : 0;
  }

  private static String message(JsonNode error, String otherwise) {
    if (error.isTextual()) {
      return error.asText();
    }
    for (String field : new String[] {"message", "detail", "code", "type"}) {
      JsonNode value = error.path(field);
      if (value.isTextual() && !value.asText().isBlank()) {
        return value.asText();
      }
    }
    return TAGS.matcher(otherwise).replaceAll(" ");
  }

  private String detail(String where, String message) {
    String tidy = tidy(message);
    return tidy.isEmpty() ? where : where + ": " + tidy;
  }

  private String tidy(String message) {
    String known =
        key.reveal().length() < SHORTEST ? message : message.replace(key.reveal(), "(secret)");
    String unknown = KEY_LIKE.matcher(known).replaceAll("(secret)");
    String line = BLANKS.matcher(unknown).replaceAll(" ").strip();
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }
}
