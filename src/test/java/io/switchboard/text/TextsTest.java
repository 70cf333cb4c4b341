package io.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-GB, en",
    "de, en",
    "und, en",
    "zh, zh-Hans",
    "zh-CN, zh-Hans",
    "zh-SG, zh-Hans",
    "zh-Hans-HK, zh-Hans",
    "zh-TW, zh-Hant",
    "zh-HK, zh-Hant",
    "zh-MO, zh-Hant",
    "zh-Hant, zh-Hant",
    "zh-Hant-CN, zh-Hant",
    "ko, ko",
    "ko-KR, ko"
  })
  void theBestOfTheFourLanguagesIsSpoken(String locale, String language) {
    assertThat(Texts.language(Locale.forLanguageTag(locale)))
        .isEqualTo(Locale.forLanguageTag(language));
  }

  @Test
  void platformsThatWriteUnderscoresAreUnderstoodByTheirLocale() {
    assertThat(Texts.language(Locale.TRADITIONAL_CHINESE).toLanguageTag()).isEqualTo("zh-Hant");
  }

  @Test
  void aMissingMessageIsABug() {
    assertThatThrownBy(() -> new Texts().say(Locale.ENGLISH, "no.such"))
        .hasMessageContaining("no.such");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|1 second|1 秒|1초",
        "1|1 second|1 秒|1초",
        "20|20 seconds|20 秒|20초",
        "61|2 minutes|2 分钟|2분",
        "3600|1 hour|1 小时|1시간",
        "5400|1 hour 30 minutes|1 小时 30 分钟|1시간 30분",
        "36000|10 hours|10 小时|10시간",
        "86400|1 day|1 天|1일",
        "90000|1 day 1 hour|1 天 1 小时|1일 1시간",
        "604800|7 days|7 天|7일"
      })
  void spansAreReadable(long seconds, String en, String hans, String ko) {
    Duration span = Duration.ofSeconds(seconds);
    assertThat(Durations.say(Locale.ENGLISH, span)).isEqualTo(en);
    assertThat(Durations.say(Locale.SIMPLIFIED_CHINESE, span)).isEqualTo(hans);
    assertThat(Durations.say(Locale.KOREAN, span)).isEqualTo(ko);
  }

  @Test
  void whoMayHaveNoLinksIsNotToldToEndOne() {
    assertThat(Texts.languages())
        .allSatisfy(
            language -> {
              Texts texts = new Texts();
              assertThat(texts.say(language, "share.too-many", 0)).doesNotContain("0", "/shares");
              assertThat(texts.say(language, "share.too-many", 2)).contains("2", "/shares");
            });
  }

  @Test
  void soonIsSaidInEveryLanguage() {
    Duration three = Duration.ofMinutes(3);
    assertThat(Texts.languages())
        .extracting(language -> Durations.in(language, three))
        .containsExactly("in 3 minutes", "3 分钟后", "3 分鐘後", "3분 후");
  }
}
