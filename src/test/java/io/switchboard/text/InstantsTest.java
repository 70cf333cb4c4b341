package io.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstantsTest {
  @Test
  void exactTimesAreSaidAsPeopleSayThem() {
    assertThat(
            Instants.said("paused until 2026-11-23T13:00:22.445396Z, again 2026-01-02T03:04:05Z"))
        .isEqualTo("paused until 2026-11-23 13:00 UTC, again 2026-01-02 03:04 UTC");
    assertThat(Instants.said("x 2026-11-23T13:00:00Z", at -> "$1 " + at.getEpochSecond()))
        .isEqualTo("x $1 1795438800");
  }

  @Test
  void whatIsNoTimeStays() {
    for (String text :
        new String[] {"", "2026-99-23T13:00:00Z", "2026-11-23", "12/day", "2026-11-23T1"}) {
      assertThat(Instants.said(text)).isEqualTo(text);
    }
  }
}
