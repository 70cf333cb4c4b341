package io.switchboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Throttle throttle = new Throttle(now::get, 10, Duration.ofMinutes(1));

  @Test
  void aBurstIsAllowedAndThenARate() {
    for (int i = 0; i < 10; i++) {
      assertThat(throttle.allows("a")).isTrue();
    }
    assertThat(throttle.allows("a")).isFalse();
    assertThat(throttle.retryAfterSeconds()).isEqualTo(6);
    now.set(now.get().plusSeconds(5));
    assertThat(throttle.allows("a")).isFalse();
    now.set(now.get().plusSeconds(1));
    assertThat(throttle.allows("a")).isTrue();
    assertThat(throttle.allows("a")).isFalse();
  }

  @Test
  void networksDoNotAffectEachOther() {
    for (int i = 0; i < 20; i++) {
      throttle.allows("a");
    }
    assertThat(throttle.allows("a")).isFalse();
    assertThat(throttle.allows("b")).isTrue();
  }

  @Test
  void itRemembersABoundedNumber() {
    for (int i = 0; i < 10; i++) {
      throttle.allows("a");
    }
    for (int i = 0; i < 20_001; i++) {
      throttle.allows("network " + i);
    }
    assertThat(throttle.allows("a")).isTrue();
  }
}
