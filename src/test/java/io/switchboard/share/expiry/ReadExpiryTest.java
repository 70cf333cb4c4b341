package io.switchboard.share.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadExpiryTest {
  /** A Sunday at noon in UTC, nine in the evening in Seoul. */
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Optional<Expiry> read(String text) {
    return ReadExpiry.of(text, NOW, ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({
    "24h, PT24H",
    "90m, PT90M",
    "7d, P7D",
    "2 weeks, P14D",
    "1 Day 12 h, PT36H",
    "1d12h, PT36H",
    "30s, PT30S",
    "1 month, P30D",
    "3天, P3D",
    "2 小時, PT2H",
    "1주, P7D",
    "1.5h, PT1H30M",
    "'1,5 hours', PT1H30M",
    "'1d, 12h', PT36H",
    "for 2 days, P2D",
    "in 2 hours, PT2H",
    "2 hours from now, PT2H",
    "１２小时, PT12H",
    "3 个小时, PT3H",
    "3個鐘頭, PT3H",
    "半小时, PT30M",
    "半天, PT12H",
    "两周, P14D",
    "兩週, P14D",
    "一个月, P30D",
    "十二小时, PT12H",
    "三十天, P30D",
    "两个小时后, PT2H",
    "3시간 후, PT3H",
    "두 시간, PT2H",
    "한 달, P30D",
    "하루, P1D",
    "이틀 동안, P2D"
  })
  void readsLengths(String text, Duration expected) {
    assertThat(read(text)).contains(new Expiry.After(expected));
  }

  @Test
  void readsNever() {
    assertThat(read(" Never ")).contains(new Expiry.Never());
    assertThat(read("永不")).contains(new Expiry.Never());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "until Friday 18:00|2026-03-06T18:00:00Z",
        "until fri 6pm|2026-03-06T18:00:00Z",
        "until next Friday at 6:30 pm|2026-03-06T18:30:00Z",
        "until Sunday 11:00|2026-03-08T11:00:00Z",
        "until Sunday 13:00|2026-03-01T13:00:00Z",
        "until Sunday|2026-03-02T00:00:00Z",
        "until tomorrow|2026-03-03T00:00:00Z",
        "by tomorrow noon|2026-03-02T12:00:00Z",
        "until 18:00|2026-03-01T18:00:00Z",
        "until 11:00|2026-03-02T11:00:00Z",
        "until midnight|2026-03-02T00:00:00Z",
        "until 2026-12-31|2027-01-01T00:00:00Z",
        "until 2026-12-31 09:15|2026-12-31T09:15:00Z",
        "until 31 December|2027-01-01T00:00:00Z",
        "until 31 Dec 2026 18:00|2026-12-31T18:00:00Z",
        "until December 31st, 2026 18:00|2026-12-31T18:00:00Z",
        "until 31.12. 18:00|2026-12-31T18:00:00Z",
        "until 1 February|2027-02-02T00:00:00Z",
        "到周五18:00|2026-03-06T18:00:00Z",
        "直到星期五下午6点|2026-03-06T18:00:00Z",
        "到明天下午3点半为止|2026-03-02T15:30:00Z",
        "到12月31日|2027-01-01T00:00:00Z",
        "到週五 18:00|2026-03-06T18:00:00Z",
        "금요일 18:00까지|2026-03-06T18:00:00Z",
        "금요일 오후 6시까지|2026-03-06T18:00:00Z",
        "내일 오후 3시 30분까지|2026-03-02T15:30:00Z",
        "12월 31일까지|2027-01-01T00:00:00Z",
        "until fri. 18:00|2026-03-06T18:00:00Z",
        "until 6 pm tomorrow|2026-03-02T18:00:00Z",
        "until 18:00 on Friday|2026-03-06T18:00:00Z",
        "until noon tomorrow|2026-03-02T12:00:00Z",
        "until next Sunday|2026-03-09T00:00:00Z",
        "until the end of the day|2026-03-02T00:00:00Z",
        "until the end of the week|2026-03-02T00:00:00Z",
        "until end of month|2026-04-01T00:00:00Z",
        "until next month|2026-04-01T00:00:00Z",
        "until next year|2027-01-01T00:00:00Z",
        "until 2026-03-10T10:00Z|2026-03-10T10:00:00Z",
        "until 2026-03-10T10:00+02:00|2026-03-10T08:00:00Z",
        "until 2026-03-10T10:00|2026-03-10T10:00:00Z",
        "到今晚10点|2026-03-01T22:00:00Z",
        "到明晚8點|2026-03-02T20:00:00Z",
        "到下周五18:00|2026-03-06T18:00:00Z",
        "到下週日晚上8點|2026-03-08T20:00:00Z",
        "到月底|2026-04-01T00:00:00Z",
        "다음 주 금요일 18:00까지|2026-03-06T18:00:00Z",
        "오늘 밤 10시까지|2026-03-01T22:00:00Z",
        "이번 달 말까지|2026-04-01T00:00:00Z",
      })
  void readsDeadlines(String text, Instant expected) {
    assertThat(read(text)).contains(new Expiry.At(expected));
  }

  @Test
  void aDeadlineIsInTheReadersZone() {
    ZoneId seoul = ZoneId.of("Asia/Seoul");
    assertThat(ReadExpiry.of("until Friday 18:00", NOW, seoul))
        .contains(new Expiry.At(Instant.parse("2026-03-06T09:00:00Z")));
    assertThat(ReadExpiry.of("until tomorrow", NOW, seoul))
        .contains(new Expiry.At(Instant.parse("2026-03-02T15:00:00Z")));
    Instant friday = Instant.parse("2026-03-06T19:00:00Z");
    assertThat(ReadExpiry.of("until Friday 18:00", friday, ZoneOffset.UTC))
        .as("it is over, so the next one is meant")
        .contains(new Expiry.At(Instant.parse("2026-03-13T18:00:00Z")));
    assertThat(ReadExpiry.of("until next Friday", friday, ZoneOffset.UTC))
        .contains(new Expiry.At(Instant.parse("2026-03-14T00:00:00Z")));
    assertThat(ReadExpiry.of("到下周五18:00", friday, ZoneOffset.UTC))
        .contains(new Expiry.At(Instant.parse("2026-03-13T18:00:00Z")));
    // The hour that summer time leaves out counts as the one after it.
    assertThat(ReadExpiry.of("until 2026-03-29 02:30", NOW, ZoneId.of("Europe/Berlin")))
        .contains(new Expiry.At(Instant.parse("2026-03-29T01:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7",
        "d",
        "0h",
        "-1h",
        "7x",
        "1h foo",
        "foo 1h",
        "soon",
        "until",
        "until then",
        "until 12/31",
        "until 10/03/2026",
        "until 2026-02-01T10:00Z",
        "until 2026-13-01T10:00",
        "半",
        "十",
        "next month",
        "a week",
        "until 7",
        "until 25:00",
        "until 12:60",
        "until 13pm",
        "until 2026-02-30",
        "until 2026-13-01",
        "until 2020-01-01",
        "until 29 Februember",
        "Friday 18:00"
      })
  void refusesTheRest(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"90000d", "999999999y", "99999999999h", "999999999999999999w 9y"})
  void howeverLongItIsItIsATime(String text) {
    assertThat(read(text))
        .hasValueSatisfying(
            expiry ->
                assertThat(((Expiry.After) expiry).duration())
                    .isBetween(Duration.ofDays(90_000), Duration.ofDays(36_500_000)));
    assertThat(read("until 3000-01-01")).isPresent();
  }

  @Property
  void everyTimeOfDayIsTheNextOne(
      @ForAll @IntRange(max = 23) int hour,
      @ForAll @IntRange(max = 59) int minute,
      @ForAll @IntRange(min = 0, max = 400) int daysOn) {
    Instant now = NOW.plus(Duration.ofHours(31L * daysOn));
    ZoneId zone = ZoneId.of("America/New_York");
    Expiry read = ReadExpiry.of("until %02d:%02d".formatted(hour, minute), now, zone).orElseThrow();
    Instant at = ((Expiry.At) read).time();
    assertThat(at).isAfter(now).isBefore(now.plus(Duration.ofHours(26)));
    assertThat(at.atZone(zone).getMinute()).isEqualTo(minute);
  }

  @Property
  void everyDateIsItsLastSecond(@ForAll @IntRange(min = 0, max = 20_000) int days) {
    var date = NOW.atZone(ZoneOffset.UTC).toLocalDate().plusDays(days);
    assertThat(read("until " + date))
        .contains(new Expiry.At(date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  @Property
  void nothingThatIsWrittenBreaksIt(@ForAll String text) {
    read(text);
    read("until " + text);
  }

  @Property
  void shortFormsAreReadAgain(@ForAll @IntRange(min = 1) int seconds) {
    for (Expiry expiry :
        List.of(
            new Expiry.Default(),
            new Expiry.Never(),
            new Expiry.After(Duration.ofSeconds(seconds)),
            new Expiry.At(Instant.ofEpochSecond(seconds)))) {
      assertThat(Expiry.read(expiry.write())).isEqualTo(expiry);
    }
  }
}
