package io.switchboard.pacing;

import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** What platforms allow: as they say, and any other. */
final class Rates implements ArbitrarySupplier<List<Rate>> {
  static final List<Rate> TELEGRAM_GROUP =
      List.of(rate("chat", 1, 1000), rate("group", 20, 60_000), rate("bot", 30, 1000));
  static final List<Rate> DISCORD = List.of(rate("channel", 5, 5000), rate("bot", 50, 1000));

  @Override
  public Arbitrary<List<Rate>> get() {
    Arbitrary<Rate> rate =
        Combinators.combine(
                Arbitraries.of("a", "b", "c"),
                Arbitraries.integers().between(1, 30),
                Arbitraries.of(1000, 5000, 20_000, 60_000))
            .as(Rates::rate);
    return rate.list().ofMinSize(1).ofMaxSize(3).map(Rates::unlike);
  }

  /** A bucket has one rate for a length of time. */
  private static List<Rate> unlike(List<Rate> rates) {
    List<Rate> unlike = new ArrayList<>();
    for (Rate rate : rates) {
      if (unlike.stream()
          .noneMatch(r -> r.bucket().equals(rate.bucket()) && r.per().equals(rate.per()))) {
        unlike.add(rate);
      }
    }
    return unlike;
  }

  static Rate rate(String bucket, int calls, int millis) {
    return new Rate(bucket, calls, Duration.ofMillis(millis));
  }
}
