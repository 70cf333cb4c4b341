package io.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void areReadAsPeopleWriteThem() {
    assertThat(Spans.parse("30m")).hasValue(Duration.ofMinutes(30));
    assertThat(Spans.parse("1d 12h")).hasValue(Duration.ofHours(36));
    assertThat(Spans.parse(" 2 Weeks ")).hasValue(Duration.ofDays(14));
    assertThat(Spans.parse("1h 1h 1h 1h 1h 1h 1h 1h 1h 1h")).hasValue(Duration.ofHours(10));
  }

  @Test
  void whatIsNoSpanIsNone() {
    assertThat(Spans.parse("")).isEmpty();
    assertThat(Spans.parse("0m")).isEmpty();
    assertThat(Spans.parse("an hour")).isEmpty();
    assertThat(Spans.parse("1h and")).isEmpty();
  }

  @Test
  void aSpanOfAThousandPartsIsNone() {
    assertThat(Spans.parse("1h ".repeat(2000))).isEmpty();
  }
}
