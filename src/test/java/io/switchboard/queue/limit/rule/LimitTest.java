package io.switchboard.queue.limit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Property
  void whatIsWrittenIsRead(
      @ForAll What what,
      @ForAll @LongRange(max = 999_999_999_999_999L) long amount,
      @ForAll Window window) {
    Limit limit = new Limit(what, amount, window);
    assertThat(Limit.parse(limit.toString())).isEqualTo(limit);
  }
}
