package io.switchboard.queue.limit.money;

import io.switchboard.queue.limit.rule.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs per million tokens, in the currency of the table.
 *
 * @param in of the prompt
 * @param cachedIn of what of the prompt the server remembered; null if that costs the same
 * @param out of the answer
 */
public record Price(@Nullable Double in, @Nullable Double cachedIn, @Nullable Double out) {
  private static final double MOST = 1_000_000;

  /** Nothing is said: what a line of the table begins with. */
  public static final Price DEFAULTS = new Price(null, null, null);

  public Price {
    check("in", in);
    check("cachedIn", cachedIn);
    check("out", out);
  }

  private static void check(String key, @Nullable Double price) {
    if (price != null && !(price >= 0 && price <= MOST)) {
      throw new IllegalArgumentException(
          key + ": expected a price per million tokens, such as 0.25, not " + price);
    }
  }

  boolean complete() {
    return in != null && out != null;
  }

  /** In millionths, rounded up: a price per million tokens is millionths per token. */
  long of(Use use) {
    double whole = in == null ? 0 : in;
    long cached = Math.clamp(use.cachedIn(), 0, Math.max(0, use.in()));
    return BigDecimal.valueOf(whole)
        .multiply(BigDecimal.valueOf(Math.max(0, use.in()) - cached))
        .add(
            BigDecimal.valueOf(cachedIn == null ? whole : cachedIn)
                .multiply(BigDecimal.valueOf(cached)))
        .add(
            BigDecimal.valueOf(out == null ? 0 : out)
                .multiply(BigDecimal.valueOf(Math.max(0, use.out()))))
        .setScale(0, RoundingMode.CEILING)
        .min(BigDecimal.valueOf(Limit.MOST))
        .longValueExact();
  }
}
