package io.switchboard.queue.limit.money;

import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What models cost. One that is not listed counts tokens only.
 *
 * @param currency of all prices and of the limits in money: a code such as USD
 * @param models by name; {@code gpt-5-mini} is also the price of {@code gpt-5-mini-2025-08-07}
 */
public record PriceSettings(String currency, Map<String, Price> models) {
  /** No prices. */
  public static final PriceSettings DEFAULTS = new PriceSettings("USD", Map.of());

  public PriceSettings {
    currency = currency.strip().toUpperCase(Locale.ROOT);
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currency: expected a code such as USD or EUR, not \"" + currency + "\"", e);
    }
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    models.forEach(
        (model, price) -> {
          if (!price.complete()) {
            throw new IllegalArgumentException(
                "models." + model + ": needs in and out, as in {in: 0.25, out: 2.00}");
          }
        });
  }
}
