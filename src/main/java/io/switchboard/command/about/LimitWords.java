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
   * That a limit is used up, without when it is back.
   *
   * @param here the scopes of the place
   */
  public Document usedUp(Words words, LimitReached reached, List<String> here) {
    Limit limit = reached.limit();
    return words.say(
        here.contains(reached.scope()) ? "ask.over.place" : "ask.over",
        amount(words, limit.what(), limit.amount()),
        window(words, limit));
  }

  /**
   * Why something other than a question is refused.
   *
   * @param here the scopes of the place
   */
  public Document refusal(Words words, LimitReached reached, List<String> here) {
    Document used = usedUp(words, reached, here);
    return reached.backAt().equals(Instant.MAX)
        ? used
        : used.and(words.say("limit.use.back", reached.backAt()));
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
