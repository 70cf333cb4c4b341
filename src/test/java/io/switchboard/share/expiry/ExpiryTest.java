package io.switchboard.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {
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
    "1주, P7D"
  })
  void readsLengths(String text, Duration expected) {
    assertThat(Expiry.parse(text)).isEqualTo(new Expiry.After(expected));
  }

  @Test
  void readsNever() {
    assertThat(Expiry.parse(" Never ")).isEqualTo(new Expiry.Never());
    assertThat(Expiry.parse("永不")).isEqualTo(new Expiry.Never());
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
        "999999999y",
        "1.5h",
        "99999999999h",
        "soon"
      })
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> Expiry.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
