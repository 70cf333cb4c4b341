package io.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class StoodTest {
  private final Texts texts = new Texts();

  private String said(String language, String state) {
    Locale locale = Locale.forLanguageTag(language);
    return Stood.said(state, (key, arguments) -> texts.say(locale, key, arguments));
  }

  @Test
  void theRecordsWordsAreTheReaders() {
    assertThat(said("ko", "by the rules")).isEqualTo("규칙대로");
    assertThat(said("zh-Hans", "let in; not banned; paused until 2026-11-23 13:00 UTC; no end"))
        .isEqualTo("已准入; 未封禁; 暂停至 2026-11-23 13:00 UTC; 无期限");
    assertThat(said("zh-Hant", "until 2026-12-31 | no end")).isEqualTo("至 2026-12-31 | 無期限");
  }

  @Test
  void inEnglishItStandsAsItIsKept() {
    String all = "by the rules; as configured; let in; banned; not banned; paused; not paused";
    assertThat(said("en", all)).isEqualTo(all);
    assertThat(said("en", "paused until noon | until noon; always; none; no end"))
        .isEqualTo("paused until noon | until noon; always; none; no end");
  }

  @Test
  void switchesAreSaid() {
    assertThat(said("ko", "off")).isEqualTo("꺼짐");
    assertThat(said("zh-Hant", "closed")).isEqualTo("未開放");
    assertThat(said("zh-Hans", "open")).isEqualTo("开放");
    assertThat(said("en", "on; removed")).isEqualTo("on; removed");
  }

  @Test
  void whatAdminsWriteStays() {
    for (String state : new String[] {"50/day", "", " ; ", "mon-fri 09:00-17:00", "$1 {0} \\1"}) {
      assertThat(said("ko", state)).isEqualTo(state);
    }
  }
}
