package io.switchboard.app.parts.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever happens in a round, there is another. */
class RoundsTest {
  private static final Duration SOON = Duration.ofMillis(10);

  private final CountDownLatch rounds = new CountDownLatch(3);

  private void fail() {
    rounds.countDown();
    if (rounds.getCount() == 2) {
      throw new IllegalStateException("a failure, as the test wants");
    }
    throw new StackOverflowError("an error, as the test wants");
  }

  @Test
  void thatOfAnHour() throws InterruptedException {
    try (Hourly _ = new Hourly("round", SOON, this::fail)) {
      assertThat(rounds.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void thatOfAMinute() throws InterruptedException {
    try (EveryMinute _ = new EveryMinute("round", SOON, this::fail)) {
      assertThat(rounds.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }
}
