package io.switchboard.fake.openai;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one request is treated. Start from {@link #answer}, {@link #refuse} or {@link #silent}, and
 * change single things with the other methods.
 *
 * @param status of the HTTP answer
 * @param headers beside the usual ones
 * @param body of a refusal; of an answer its text, in which {@code {question}} is replaced
 * @param reasoning comes first, as {@code reasoning_content}; empty for none
 * @param pace between two deltas
 * @param delta characters in a delta
 * @param end what happens when the text ends, or after {@code after} characters of it
 * @param after so many characters of the text are sent before the end; -1 for all
 * @param usage where the tokens used are told
 * @param finish the finish_reason
 */
public record Script(
    int status,
    Map<String, String> headers,
    String body,
    String reasoning,
    Duration pace,
    int delta,
    End end,
    int after,
    Usage usage,
    String finish) {

  /** What comes after the text. */
  public enum End {
    /** finish_reason, usage, [DONE]. */
    COMPLETE,
    /** The same without [DONE]; the connection is ended properly. */
    WITHOUT_DONE,
    /** No finish_reason; the connection is ended properly, as after a graceful shutdown. */
    UNFINISHED,
    /** The connection is cut in the middle of a line. */
    CUT,
    /** Nothing more, and the connection stays open. */
    HANG,
    /** Only comment lines from now on. */
    COMMENTS,
    /** An error object as an event. */
    ERROR,
    /** A response that says that it failed; of chat completions, the same as ERROR. */
    FAILED,
    /** The text is the whole of the HTTP answer's body, {@code delta} bytes at a time. */
    RAW
  }

  /** Where the tokens used are told, if {@code include_usage} was asked. */
  public enum Usage {
    /** In a chunk with empty choices, as OpenAI does. */
    EXTRA_CHUNK,
    /** In the chunk that has the finish_reason. */
    LAST_CHUNK,
    /** Nowhere. */
    NONE
  }

  /** A complete answer, 12 characters each 5 ms. */
  public static Script answer(String text) {
    return new Script(
        200,
        Map.of(),
        text,
        "",
        Duration.ofMillis(5),
        12,
        End.COMPLETE,
        -1,
        Usage.EXTRA_CHUNK,
        "stop");
  }

  /** What is done unless told otherwise: an answer in which the question can be found again. */
  public static Script usual() {
    return answer(
        "Answer to: {question}\n\nThis is a **made-up** answer in a few words.\n\n- one\n- two\n");
  }

  /** A refusal with this status and body. */
  public static Script refuse(int status, String body) {
    return new Script(
        status, Map.of(), body, "", Duration.ZERO, 1, End.COMPLETE, -1, Usage.NONE, "");
  }

  /** A refusal in OpenAI's form. */
  public static Script refuse(int status, String type, String code, String message) {
    return refuse(status, Wire.error(message, type, code));
  }

  /** This body as it is, so many bytes at a time, with status 200. */
  public static Script raw(String type, String body, int bytes) {
    return answer(body).pace(bytes, Duration.ZERO).end(End.RAW).header("Content-Type", type);
  }

  /** 429 with Retry-After. */
  public static Script busy(int seconds) {
    return refuse(429, "requests", "rate_limit_exceeded", "Rate limit reached for requests.")
        .header("Retry-After", Integer.toString(seconds));
  }

  /** 429 insufficient_quota. */
  public static Script outOfMoney() {
    return refuse(
        429,
        "insufficient_quota",
        "insufficient_quota",
        "You exceeded your current quota, please check your plan and billing details.");
  }

  /** The connection is taken, and no byte ever comes. */
  public static Script silent() {
    return new Script(0, Map.of(), "", "", Duration.ZERO, 1, End.HANG, -1, Usage.NONE, "");
  }

  public Script header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Script(status, more, body, reasoning, pace, delta, end, after, usage, finish);
  }

  public Script reasoning(String thoughts) {
    return new Script(status, headers, body, thoughts, pace, delta, end, after, usage, finish);
  }

  /** So many characters at a time, so far apart. */
  public Script pace(int characters, Duration apart) {
    return new Script(
        status, headers, body, reasoning, apart, characters, end, after, usage, finish);
  }

  /** What happens once the whole text is out. */
  public Script end(End how) {
    return new Script(status, headers, body, reasoning, pace, delta, how, -1, usage, finish);
  }

  /** What happens after so many characters of the text. */
  public Script endAfter(int characters, End how) {
    return new Script(
        status, headers, body, reasoning, pace, delta, how, characters, usage, finish);
  }

  public Script usage(Usage where) {
    return new Script(status, headers, body, reasoning, pace, delta, end, after, where, finish);
  }

  public Script finish(String reason) {
    return new Script(status, headers, body, reasoning, pace, delta, end, after, usage, reason);
  }

  /** The part of the text that is sent. */
  String text(String question) {
    String whole = body.replace("{question}", question);
    if (after < 0 || after >= whole.length()) {
      return whole;
    }
    return whole.substring(0, whole.offsetByCodePoints(0, whole.codePointCount(0, after)));
  }
}
