package io.switchboard.queue.limit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {
  @Test
  void limitsAreReadAsPeopleWriteThem() {
    assertThat(Limit.parse("30/hour")).isEqualTo(new Limit(What.REQUESTS, 30, Window.HOUR));
    assertThat(Limit.parse(" 50 / Day ")).isEqualTo(new Limit(What.REQUESTS, 50, Window.DAY));
    assertThat(Limit.parse("1request/minute"))
        .isEqualTo(new Limit(What.REQUESTS, 1, Window.MINUTE));
    assertThat(Limit.parse("20000tokens/hour"))
        .isEqualTo(new Limit(What.TOKENS, 20_000, Window.HOUR));
    assertThat(Limit.parse("20000 tokens/week"))
        .isEqualTo(new Limit(What.TOKENS, 20_000, Window.WEEK));
    assertThat(Limit.parse("0/month")).isEqualTo(new Limit(What.REQUESTS, 0, Window.MONTH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "many",
        "-1/hour",
        "5",
        "5/",
        "/hour",
        "5/fortnight",
        "5apples/hour",
        "1.5/hour",
        "99999999999999999999/hour",
        "5/hour/day",
        "٣/hour"
      })
  void whatIsNoLimitIsToldHowItIsMeant(String text) {
    assertThatThrownBy(() -> Limit.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(30/hour|minute, hour, day).*");
  }

  @Test
  void moneyBoundsAndTheCalendarAreReadToo() {
    assertThat(Limit.parse("5 USD/month"))
        .isEqualTo(new Limit(What.MONEY, 5_000_000, Window.MONTH, "USD"));
    assertThat(Limit.parse("$0.25/calendar day"))
        .isEqualTo(new Limit(What.MONEY, 250_000, Window.CALENDAR_DAY, "USD"));
    assertThat(Limit.parse("0.000001eur/Calendar-Month"))
        .isEqualTo(new Limit(What.MONEY, 1, Window.CALENDAR_MONTH, "EUR"));
    assertThat(Limit.parse("200/calendar_week"))
        .isEqualTo(new Limit(What.REQUESTS, 200, Window.CALENDAR_WEEK));
    assertThat(Limit.parse("3 running")).isEqualTo(new Limit(What.RUNNING, 3, Window.ALWAYS));
    assertThat(Limit.parse("20000 characters"))
        .isEqualTo(new Limit(What.LENGTH, 20_000, Window.ALWAYS));
    assertThat(Limit.parse("3 images/day")).isEqualTo(new Limit(What.IMAGES, 3, Window.DAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 running/day",
        "5 tokens",
        "$5 USD/month",
        "5 QQQ/month",
        "5.0000001 USD/day",
        "-5 USD/day",
        "1e9 USD/day",
        "999999999999999 USD/day",
        "5 USD",
        "NaN/day",
        "５/day",
        "5/calendar",
        "5/calendar fortnight",
        "5 tokens/day/hour"
      })
  void whatMeansNothingIsRefused(String text) {
    assertThatThrownBy(() -> Limit.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void whatIsWrittenIsRead(
      @ForAll What what, @ForAll @LongRange(max = Limit.MOST) long amount, @ForAll Window window) {
    Assume.that(what.counted() != (window == Window.ALWAYS) && amount >= what.least());
    Limit limit = new Limit(what, amount, window);
    assertThat(Limit.parse(limit.toString())).isEqualTo(limit);
  }
}
