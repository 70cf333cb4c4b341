package io.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WeekHoursTest {
  private static String said(String written, String language) {
    return WeekHours.said(written, Locale.forLanguageTag(language));
  }

  @Test
  void hoursAreReadInEachLanguage() {
    String written = "mon-fri 9-17:30, sat 10-14";
    assertThat(said(written, "en")).isEqualTo("Mon–Fri 09:00–17:30, Sat 10:00–14:00");
    assertThat(said(written, "zh-Hans")).isEqualTo("周一至周五 09:00–17:30、周六 10:00–14:00");
    assertThat(said(written, "zh-Hant")).isEqualTo("週一至週五 09:00–17:30、週六 10:00–14:00");
    assertThat(said(written, "ko")).isEqualTo("월~금 09:00–17:30, 토 10:00–14:00");
    assertThat(said("22-06", "en")).isEqualTo("22:00–06:00");
  }

  @Test
  void whatIsWrittenOtherwiseStays() {
    for (String other : new String[] {"", "at night", "abc 9-17", "mon-fri", "9-17, "}) {
      assertThat(said(other, "ko")).isEqualTo(other);
    }
  }
}
