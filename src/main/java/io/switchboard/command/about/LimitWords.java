package io.switchboard.command.about;

import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.queue.limit.Bound;
import io.switchboard.queue.limit.LimitReached;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import io.switchboard.text.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * Limits and how far they are used, in words.
 *
 * @param currency of the price table
 */
public record LimitWords(Currency currency) {
  /**
   * A list with a line for each limit.
   *
   * @param here the scopes of the place: limits that all who ask here use up together
   */
  public Document list(Words words, List<LimitUse> limits, List<String> here) {
    return Words.list(
        limits.stream().map(use -> line(words, use, here.contains(use.scope()))).toList());
  }

  private Document line(Words words, LimitUse use, boolean shared) {
    Limit limit = use.limit();
    Document line =
        words.say(
            shared ? "limit.use.shared" : "limit.use",
            number(words, limit.what(), use.used()),
            amount(words, limit.what(), limit.amount()),
            window(words, limit),
            number(words, limit.what(), use.left()));
    Instant backAt = use.backAt();
    return backAt == null || backAt.equals(Instant.MAX)
        ? line
        : line.and(words.say("limit.use.back", backAt));
  }

  /** A limit as it is said: {@code 50 questions per day}. */
  public String said(Words words, Limit limit) {
    String amount = amount(words, limit.what(), limit.amount());
    return limit.window() == Window.ALWAYS
        ? amount
        : words.label("limit.said", amount, window(words, limit));
  }

  /** What holds at any time, and whether all who ask there have it together. */
  public Document bound(Words words, Bound bound) {
    String said = said(words, bound.limit());
    return bound.shared() ? words.say("limit.bound.shared", said) : Document.plain(said);
  }

  /** A boost and what is left of it. */
  public Document boost(Words words, Boost.Running running) {
    return boost(words, "limit.boost", running);
  }

  /** The same of what everybody in the place has together. */
  public Document sharedBoost(Words words, Boost.Running running) {
    return boost(words, "limit.boost.shared", running);
  }

  private Document boost(Words words, String key, Boost.Running running) {
    Boost boost = running.boost();
    return words.say(
        key,
        amount(words, boost.what(), boost.amount()),
        number(words, boost.what(), running.left()),
        boost.until());
  }

  /**
   * Why more of it is refused: it is switched off, too much at once, or used up until then.
   *
   * @param here the scopes of the place
   * @param back how it is said when there is more
   */
  public Document refusal(Words words, LimitReached reached, List<String> here, String back) {
    Limit limit = reached.limit();
    boolean shared = here.contains(reached.scope());
    if (limit.amount() == 0) {
      return switchedOff(words, limit.what(), shared);
    }
    String amount = amount(words, limit.what(), limit.amount());
    String window = window(words, limit);
    if (reached.backAt().equals(Instant.MAX)) {
      return words.say(shared ? "ask.over.never.place" : "ask.over.never", amount, window);
    }
    return words
        .say(shared ? "ask.over.place" : "ask.over", amount, window)
        .and(words.say(back, reached.backAt()));
  }

  private static Document switchedOff(Words words, What what, boolean shared) {
    return switch (what) {
      case SHARES, IMAGES, VOICE ->
          words.say(shared ? "ask.off.place" : "ask.off", named(words, what));
      default -> words.say(shared ? "ask.over.none.place" : "ask.over.none");
    };
  }

  /** What is limited, without how much: {@code questions}. */
  public static String named(Words words, What what) {
    return words.label("limit.why.what." + what.name().toLowerCase(Locale.ROOT));
  }

  /** So much of it, with its name: {@code 3 questions}, {@code $5.00}. */
  public String amount(Words words, What what, long amount) {
    return what == What.MONEY
        ? money(words, amount)
        : words.label("limit.amount." + what.name().toLowerCase(Locale.ROOT), amount);
  }

  /** So much of it, without its name: {@code 3}, {@code $5.00}. */
  public Object number(Words words, What what, long amount) {
    return what == What.MONEY ? money(words, amount) : amount;
  }

  private String money(Words words, long millionths) {
    return Money.say(words.locale(), currency, millionths);
  }

  private static String window(Words words, Limit limit) {
    return words.label("limit.window." + limit.window().name().toLowerCase(Locale.ROOT));
  }
}
