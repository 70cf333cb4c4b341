package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A clock that is set back keeps nobody waiting. */
class SteadyTimeTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Instant machine = NOON;
  private long nanos = 7;
  private final SteadyTime time = new SteadyTime(() -> machine, () -> nanos);

  /** Time goes by, for the machine and in truth. */
  private Instant pass(Duration by) {
    machine = machine.plus(by);
    nanos += by.toNanos();
    return time.instant();
  }

  private void set(Duration by) {
    machine = machine.plus(by);
  }

  @Test
  void isTheMachinesOwn() {
    assertThat(pass(Duration.ofSeconds(5))).isEqualTo(machine);
  }

  @Test
  void followsForwardAtOnce() {
    set(Duration.ofHours(3));
    assertThat(pass(Duration.ofSeconds(1))).isEqualTo(machine);
  }

  @Test
  void aWaitOfASecondIsNoLongerThanTwoWhenTheClockIsSetBackByHours() {
    Instant until = time.instant().plusSeconds(1);
    set(Duration.ofHours(-3));
    assertThat(pass(Duration.ofSeconds(2))).isAfterOrEqualTo(until);
  }

  @Test
  void isRightAgainAfterTwiceTheTime() {
    set(Duration.ofMinutes(-10));
    time.instant();
    assertThat(pass(Duration.ofMinutes(19))).isAfter(machine);
    assertThat(pass(Duration.ofMinutes(1))).isEqualTo(machine);
  }

  @Property(tries = 200)
  void neverGoesBack(
      @ForAll @Size(max = 40) List<@IntRange(min = -9000, max = 9000) Integer> jumps) {
    Instant before = time.instant();
    for (int jump : jumps) {
      set(Duration.ofSeconds(jump));
      Instant now = pass(Duration.ofMillis(700));
      assertThat(now).isAfterOrEqualTo(before).isAfterOrEqualTo(machine);
      before = now;
    }
  }
}
