package io.switchboard.member.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Friday. */
  private static Instant at(String clock) {
    return Instant.parse("2026-03-06T" + clock + ":00Z");
  }

  @Test
  void daysAndHoursAreByTheClockOfThePlace() {
    Hours hours = Hours.parse(" Mon-Fri 09:00-17:00,  sat 10-14 ");
    assertThat(hours.written()).isEqualTo("mon-fri 09:00-17:00, sat 10-14");
    assertThat(hours.open(at("07:59"), BERLIN)).isFalse();
    assertThat(hours.open(at("08:00"), BERLIN)).isTrue();
    assertThat(hours.open(at("15:59"), BERLIN)).isTrue();
    assertThat(hours.open(at("16:00"), BERLIN)).isFalse();
    assertThat(hours.opensAfter(at("16:00"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-07T09:00:00Z"));
    assertThat(hours.opensAfter(Instant.parse("2026-03-07T14:00:00Z"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-09T08:00:00Z"));
  }

  @Test
  void aNightEndsInTheMorningAndTheWeekGoesRound() {
    Hours night = Hours.parse("sat-mon 22-06");
    assertThat(night.open(Instant.parse("2026-03-10T04:59:00Z"), BERLIN)).isTrue();
    assertThat(night.open(Instant.parse("2026-03-10T05:00:00Z"), BERLIN)).isFalse();
    assertThat(night.open(Instant.parse("2026-03-07T04:00:00Z"), BERLIN)).isFalse();
    assertThat(Hours.parse("0-24").open(at("12:00"), BERLIN)).isTrue();
  }

  @Property
  void theNextOpeningIsTheFirstMomentThatIsOpen(
      @ForAll @IntRange(max = 60 * 24 * 370) int minute, @ForAll @IntRange(max = 2) int which) {
    Hours hours =
        Hours.parse(new String[] {"mon-fri 9-17", "sun 02:00-02:30", "22-06, wed 12-13"}[which]);
    Instant now = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
    if (!hours.open(now, BERLIN)) {
      Instant opens = hours.opensAfter(now, BERLIN);
      assertThat(hours.open(opens, BERLIN) || isInTheGap(opens)).isTrue();
      assertThat(opens).isAfter(now).isBefore(now.plus(Duration.ofDays(8)));
      Instant between = now.plusSeconds(Duration.between(now, opens).toSeconds() / 2);
      assertThat(hours.open(between, BERLIN)).isFalse();
    }
  }

  /** Half past two does not come in the night in which the clocks go forward. */
  private static boolean isInTheGap(Instant at) {
    return at.atZone(BERLIN).toLocalDateTime().getHour() == 3;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "always",
        "9-9",
        "9-25",
        "24-3",
        "mon",
        "foo 9-17",
        "9-17,",
        "9:60-10",
        "９-17",
        "-1-5"
      })
  void nonsenseIsToldHowItIsMeant(String text) {
    assertThatThrownBy(() -> Hours.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mon-fri 09:00-17:00");
  }
}
