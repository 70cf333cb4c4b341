package io.switchboard.fake.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RealTimeTest {
  private static final Duration FOUR = Duration.ofSeconds(4);

  @Test
  void onACalmMachineTheClockCounts() {
    assertThat(RealTime.had(FOUR, FOUR, 0.2)).isEqualTo(FOUR);
  }

  @Test
  void whereManyWaitTheBotHadLess() {
    assertThat(RealTime.had(FOUR, FOUR, 8)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whatATestLetsPassCountsWhole() {
    assertThat(RealTime.had(Duration.ZERO, FOUR, 8)).isEqualTo(FOUR);
    assertThat(RealTime.had(FOUR, FOUR.plusSeconds(5), 8)).isEqualTo(Duration.ofMillis(5_500));
  }
}
