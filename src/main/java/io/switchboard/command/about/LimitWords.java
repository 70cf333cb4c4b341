package io.switchboard.command.about;

import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Limits and how far they are used, in words. */
public final class LimitWords {
  private LimitWords() {}

  /**
   * A list with a line for each limit.
   *
   * @param here the scopes of the place: limits that all who ask here use up together
   */
  public static Document list(Words words, List<LimitUse> limits, List<String> here) {
    return Words.list(
        limits.stream().map(use -> line(words, use, here.contains(use.scope()))).toList());
  }

  private static Document line(Words words, LimitUse use, boolean shared) {
    Limit limit = use.limit();
    Document line =
        words.say(
            (shared ? "limit.use.shared." : "limit.use.") + what(limit),
            use.used(),
            limit.amount(),
            window(words, limit),
            use.left());
    Instant backAt = use.backAt();
    return backAt == null || backAt.equals(Instant.MAX)
        ? line
        : line.and(words.say("limit.use.back", backAt));
  }

  /** A limit as it is said: {@code 50 questions per day}. */
  public static String said(Words words, Limit limit) {
    return words.label("limit.said." + what(limit), limit.amount(), window(words, limit));
  }

  /** A boost and what is left of it. */
  public static Document boost(Words words, Boost.Running running) {
    Boost boost = running.boost();
    return words.say(
        boost.what() == What.REQUESTS ? "limit.boost.requests" : "limit.boost.tokens",
        boost.amount(),
        running.left(),
        boost.until());
  }

  private static String what(Limit limit) {
    return limit.what() == What.REQUESTS ? "requests" : "tokens";
  }

  private static String window(Words words, Limit limit) {
    return words.label("limit.window." + limit.window().name().toLowerCase(Locale.ROOT));
  }
}
