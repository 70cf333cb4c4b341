package io.switchboard.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts of money, as a language writes them. */
public final class Money {
  /** More decimals than this say nothing to people, not even of the cheapest question. */
  private static final int MOST_DECIMALS = 4;

  private Money() {}

  /** So much of a currency, in its millionths. */
  public static String say(Locale locale, Currency currency, long millionths) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    int least = Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(Math.max(least, MOST_DECIMALS));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(BigDecimal.valueOf(millionths, 6));
  }
}
