package io.switchboard.command.wish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareWishTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|false|''|''",
        "all|true|''|''",
        "ALL 24h|true|86400s|''",
        "answer 2 weeks A title|false|1209600s|A title",
        "1 day 12 h  My *title*|false|129600s|My *title*",
        "never|false|never|''",
        "30s|false|30s|''",
        "3 days in Rome|false|259200s|in Rome",
        "allegro|false|''|allegro",
        "How I met a whale|false|''|How I met a whale",
        "7天 关于爱|false|604800s|关于爱"
      })
  void whatIsSelectedForHowLongAndUnderWhichTitle(
      String arguments, boolean whole, String expiry, String title) {
    assertThat(ShareWish.parse(arguments, null))
        .isEqualTo(new ShareWish(whole, expiry, title, null));
  }
}
