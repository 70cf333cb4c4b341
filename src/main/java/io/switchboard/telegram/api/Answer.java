package io.switchboard.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What came of a call. */
public sealed interface Answer {
  /** It was done; this is the {@code result}. */
  record Done(JsonNode result) implements Answer {}

  /**
   * It was not done.
   *
   * @param code as in HTTP
   * @param why Telegram's description
   * @param retryAfter how long Telegram wants to be left alone
   * @param movedTo the supergroup that the group has become
   */
  record Refused(int code, String why, Optional<Duration> retryAfter, Optional<Long> movedTo)
      implements Answer {
    /** Whether the description has these words, in any case. */
    public boolean says(String words) {
      return why.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** Whether it was not done because the server has no such method, or was not reached at all. */
    public boolean unknownMethod() {
      return code == 404 || code == 405 || code == 501 || saysUnknownMethod();
    }

    /** Whether the server says that it has no such method. */
    public boolean saysUnknownMethod() {
      return says("method not found") || says("unknown method") || says("not implemented");
    }
  }

  /**
   * There was no answer, or none that could be read.
   *
   * @param perhaps whether it may have been done; false if Telegram was certainly not reached
   */
  record Silent(String why, boolean perhaps) implements Answer {
    /** It may have been done or not. */
    public Silent(String why) {
      this(why, true);
    }
  }

  /** What to log of it when it is not what was hoped for. */
  default String told() {
    return switch (this) {
      case Done done -> "done";
      case Refused refused -> refused.code() + " " + refused.why();
      case Silent silent -> silent.why();
    };
  }
}
