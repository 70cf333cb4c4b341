package io.switchboard.queue.limit.rule;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * So much of something in a window, as in {@code 30/hour} (requests), {@code 20000tokens/day},
 * {@code 5 USD/calendar month}, or at any time, as in {@code 3 running}.
 *
 * @param amount 0 to {@link #MOST}; of money, in millionths
 * @param currency of money, where it was written: a code such as USD; else empty
 */
public record Limit(What what, long amount, Window window, String currency) {
  /** The largest amount. */
  public static final long MOST = 999_999_999_999_999L;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<sign>[$€£₩])?\\s*(?<amount>\\d{1,40}(?:\\.\\d{1,40})?)\\s*(?<unit>\\p{L}+)?"
              + "\\s*(?:/\\s*(?<window>[a-zA-Z]+(?:[\\s_-]+[a-zA-Z]+)?))?");

  private static final Map<String, String> SIGNS =
      Map.of("$", "USD", "€", "EUR", "£", "GBP", "₩", "KRW");

  public Limit {
    if (amount < 0 || amount > MOST) {
      throw new IllegalArgumentException("a limit is 0 to " + MOST);
    }
    if (what.counted() == (window == Window.ALWAYS)) {
      throw new IllegalArgumentException(per(what));
    }
    if (!currency.isEmpty() && what != What.MONEY) {
      throw new IllegalArgumentException(what.word() + " have no currency");
    }
  }

  private static String per(What what) {
    return what.counted()
        ? what.word() + " are limited per " + windows() + ", as in 30/hour"
        : what.word() + " are limited without a window, as in 3 " + what.word();
  }

  /** One whose currency, if it is money, is that of the price table. */
  public Limit(What what, long amount, Window window) {
    this(what, amount, window, "");
  }

  /**
   * Reads {@code 30/hour}, {@code 20000tokens/day}, {@code 5.50 USD/calendar month}, {@code 3
   * running}; case and spaces do not matter.
   *
   * @throws NotALimit saying how it is meant
   */
  public static Limit parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      throw new NotALimit(
          NotALimit.Why.FORM,
          text.strip(),
          "a limit is written as 30/hour, 20000tokens/day, 5 USD/month or 3 running, not \""
              + text.strip()
              + "\"");
    }
    String sign = written.group("sign");
    String unit = written.group("unit");
    String number = written.group("amount");
    if (sign != null && unit != null) {
      throw new NotALimit(
          NotALimit.Why.FORM,
          text.strip(),
          "a limit in money is written as 5 USD/month or $5/month");
    }
    Kind kind = sign != null ? new Kind(What.MONEY, SIGNS.getOrDefault(sign, "")) : kind(unit);
    What what = kind.what();
    long amount = what == What.MONEY ? millionths(number) : whole(number);
    if (amount < what.least()) {
      throw new NotALimit(
          NotALimit.Why.LEAST, what.word(), what.word() + " are " + what.least() + " or more");
    }
    Window window = window(written.group("window"));
    if (what.counted() == (window == Window.ALWAYS)) {
      NotALimit.Why why = what.counted() ? NotALimit.Why.NO_WINDOW : NotALimit.Why.AT_ANY_TIME;
      throw new NotALimit(why, what.word(), per(what));
    }
    return new Limit(what, amount, window, kind.currency());
  }

  private record Kind(What what, String currency) {}

  private static Kind kind(@Nullable String unit) {
    if (unit == null) {
      return new Kind(What.REQUESTS, "");
    }
    return What.written(unit)
        .map(what -> new Kind(what, ""))
        .orElseGet(() -> new Kind(What.MONEY, currency(unit)));
  }

  private static String currency(String unit) {
    try {
      return Currency.getInstance(unit.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new NotALimit(
          NotALimit.Why.WHAT,
          unit,
          "a limit is of requests, tokens, a currency such as USD, shares, images, voice, running,"
              + " waiting, conversations, characters, attachments or links, as in 30/hour or 3"
              + " running, not of \""
              + unit
              + "\"");
    }
  }

  private static long whole(String number) {
    if (number.contains(".")) {
      throw new NotALimit(
          NotALimit.Why.DECIMALS,
          number,
          "only money has decimals, as in 2.50 USD/day; else it is a whole number, as in 30/hour");
    }
    if (number.length() > 18 || Long.parseLong(number) > MOST) {
      throw new NotALimit(
          NotALimit.Why.MOST, number, "a limit is 0 to " + MOST + ", as in 30/hour");
    }
    return Long.parseLong(number);
  }

  /** An amount of money in millionths. */
  public static long millionths(String number) {
    BigDecimal amount = new BigDecimal(number).movePointRight(6);
    if (amount.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw new NotALimit(
          NotALimit.Why.MOST, number, "an amount of money is at most 999999999, as in 5 USD/month");
    }
    if (amount.stripTrailingZeros().scale() > 0) {
      throw new NotALimit(
          NotALimit.Why.FORM, number, "an amount of money has six decimals at most");
    }
    return amount.longValueExact();
  }

  private static Window window(@Nullable String word) {
    if (word == null) {
      return Window.ALWAYS;
    }
    return Window.written(word)
        .orElseThrow(
            () ->
                new NotALimit(
                    NotALimit.Why.WINDOW,
                    word,
                    "a limit is per " + windows() + ", not per \"" + word + "\""));
  }

  private static String windows() {
    return Window.all().stream().map(Window::word).collect(Collectors.joining(", "));
  }

  /** The one of these that is of the same thing in the same window. */
  public Optional<Limit> replacedBy(Collection<Limit> others) {
    return others.stream().filter(o -> o.what() == what && o.window() == window).findFirst();
  }

  /** Of the same amount as written, of something else: {@code 5/month} in a list of money. */
  Limit of(What other) {
    return new Limit(
        other, other == What.MONEY ? Math.multiplyExact(amount, 1_000_000) : amount, window);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    String per = window == Window.ALWAYS ? "" : "/" + window.word();
    return switch (what) {
      case REQUESTS -> amount + per;
      case MONEY ->
          BigDecimal.valueOf(amount, 6).stripTrailingZeros().toPlainString()
              + (currency.isEmpty() ? "money" : " " + currency)
              + per;
      default -> amount + (what.counted() ? "" : " ") + what.word() + per;
    };
  }
}
