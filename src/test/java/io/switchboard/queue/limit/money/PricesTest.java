package io.switchboard.queue.limit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PricesTest {
  private static final Prices PRICES =
      new Prices(
          new PriceSettings(
              "eur",
              Map.of(
                  "small", new Price(0.25, 0.025, 2.0),
                  "large", new Price(10.0, null, 40.0),
                  "free", new Price(0.0, null, 0.0))),
          "small");

  @Test
  void tokensCostWhatTheTableSays() {
    assertThat(PRICES.of(new Use("small", 1_000_000, 0, 1_000_000))).isEqualTo(2_250_000);
    assertThat(PRICES.of(new Use("small", 1000, 400, 0))).isEqualTo(160);
    assertThat(PRICES.of(new Use("large", 100, 40, 10))).isEqualTo(1400);
    assertThat(PRICES.of(new Use(null, 4, 0))).as("the usual model").isEqualTo(1);
    assertThat(PRICES.of(new Use("small", 1, 0))).as("rounded up").isEqualTo(1);
    assertThat(PRICES.of(new Use("free", 1000, 1000))).isZero();
    assertThat(PRICES.currency().getCurrencyCode()).isEqualTo("EUR");
  }

  @Test
  void aDatedModelCostsAsItsFamilyAndAnUnknownOneNothing() {
    assertThat(PRICES.of(new Use("large-2026-01-31", 0, 1))).isEqualTo(40);
    assertThat(PRICES.of(new Use("largest", 1_000_000, 0))).isZero();
    assertThat(PRICES.unknown(List.of("small", "largest", "large-2026-01-31", "x")))
        .containsExactly("largest", "x");
  }

  @Property
  void nothingMakesMoneyOrBreaks(@ForAll long in, @ForAll long cached, @ForAll long out) {
    Use use = new Use("large", in, cached, out);
    assertThat(PRICES.of(use)).isNotNegative();
    assertThat(use.tokens()).isNotNegative();
  }

  @Property
  void moreCostsNoLess(
      @ForAll @IntRange(max = 1_000_000) int in,
      @ForAll @IntRange(max = 1_000_000) int out,
      @ForAll @IntRange(max = 1000) int more) {
    long cost = PRICES.of(new Use("small", in, out));
    assertThat(PRICES.of(new Use("small", in + more, out + more))).isGreaterThanOrEqualTo(cost);
    assertThat(PRICES.of(new Use("small", in, in, out))).isLessThanOrEqualTo(cost);
  }

  @Test
  void aWrongTableSaysWhatIsWrong() {
    assertThatThrownBy(() -> new Price(-1.0, null, 1.0)).hasMessageContaining("in: expected");
    assertThatThrownBy(() -> new Price(1.0, null, Double.NaN)).hasMessageContaining("out:");
    assertThatThrownBy(() -> new PriceSettings("dollars", Map.of()))
        .hasMessageContaining("currency: expected a code such as USD");
    assertThatThrownBy(() -> new PriceSettings("USD", Map.of("gpt", new Price(1.0, null, null))))
        .hasMessageContaining("models.gpt: needs in and out");
  }
}
