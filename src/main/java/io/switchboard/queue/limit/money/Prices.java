package io.switchboard.queue.limit.money;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The price table. */
public final class Prices {
  /** No prices: everything costs nothing. */
  public static final Prices NONE = new Prices(PriceSettings.DEFAULTS, "");

  private static final Pattern DATE = Pattern.compile("-\\d{4}-\\d{2}-\\d{2}$");

  private final PriceSettings settings;
  private final String usual;

  /**
   * The table.
   *
   * @param usual the model that is asked where none is chosen
   */
  public Prices(PriceSettings settings, String usual) {
    this.settings = settings;
    this.usual = usual;
  }

  /** Whether no model has a price. */
  public boolean isEmpty() {
    return settings.models().isEmpty();
  }

  /** That of all prices. */
  public Currency currency() {
    return Currency.getInstance(settings.currency());
  }

  /** What this costs, in millionths, rounded up; 0 for a model whose price is not known. */
  public long of(Use use) {
    return price(use.model()).map(price -> price.of(use)).orElse(0L);
  }

  /** Those of these models whose price is not known: only their tokens are counted. */
  public List<String> unknown(Collection<String> models) {
    return models.stream().distinct().filter(model -> price(model).isEmpty()).toList();
  }

  private Optional<Price> price(@Nullable String model) {
    String name = model == null ? usual : model;
    Price exact = settings.models().get(name);
    return Optional.ofNullable(
        exact != null ? exact : settings.models().get(DATE.matcher(name).replaceFirst("")));
  }
}
