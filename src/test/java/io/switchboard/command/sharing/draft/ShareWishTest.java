package io.switchboard.command.sharing.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.share.Visibility;
import io.switchboard.share.expiry.Expiry;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareWishTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static ShareWish parse(String arguments) {
    return ShareWish.parse(arguments, NOW, ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|Answer[]|''|''",
        "all|All[]|''|''",
        "ALL 24h|All[]|86400s|''",
        "answer 2 weeks A title|Answer[]|1209600s|A title",
        "1 day 12 h  My *title*|Answer[]|129600s|My *title*",
        "never|Answer[]|never|''",
        "30s|Answer[]|30s|''",
        "3 days in Rome|Answer[]|259200s|in Rome",
        "allegro|Answer[]|''|allegro",
        "How I met a whale|Answer[]|''|How I met a whale",
        "7天 关于爱|Answer[]|604800s|关于爱",
        "last 3|Last[turns=3]|''|''",
        "the last 3 1h Cats|Last[turns=3]|3600s|Cats",
        "2-5 24h|Between[first=2, last=5]|86400s|''",
        "24h 2 to 5 Cats and dogs|Between[first=2, last=5]|86400s|Cats and dogs",
        "5-2|Between[first=5, last=2]|''|''",
        "\"5-2 won\"|Answer[]|''|5-2 won",
        "90000d|Answer[]|7776000000s|''",
        "last orders|Answer[]|''|last orders",
        "until Friday 18:00 Cats|Answer[]|@1772820000|Cats",
        "24h 7d|Answer[]|691200s|''",
        "\"24h of cats\"|Answer[]|''|24h of cats",
      })
  void whatIsSelectedForHowLongAndUnderWhichTitle(
      String arguments, String pick, String expiry, String title) {
    ShareWish wish = parse(arguments);
    assertThat(wish.pick().toString()).isEqualTo(pick);
    Expiry end = wish.end();
    assertThat(end == null ? "" : end.write()).isEqualTo(expiry);
    assertThat(wish.title()).isEqualTo(title);
  }

  @Test
  void whoReadsItHowOftenAndUnderWhichName() {
    ShareWish wish = parse("members 5 views named all 24h Cats");
    assertThat(wish.visibility()).isEqualTo(Visibility.MEMBERS);
    assertThat(wish.opens()).isEqualTo(5);
    assertThat(wish.named()).isTrue();
    assertThat(wish.pick()).isEqualTo(new ShareWish.Pick.All());
    assertThat(wish.title()).isEqualTo("Cats");
    assertThat(parse("once").opens()).isEqualTo(1);
    assertThat(parse("0 views").opens()).isZero();
    assertThat(parse("privateer").visibility()).isNull();
  }
}
