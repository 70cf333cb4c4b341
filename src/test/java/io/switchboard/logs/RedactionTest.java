package io.switchboard.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Secrets do not stand in the log, and what is kept of it is bounded. */
@Isolated
class RedactionTest {
  private static final Logger log = LoggerFactory.getLogger("io.switchboard.some.Thing");

  @Test
  void whatIsKnownOrLooksLikeASecretIsTakenOut() {
    Redaction.know(List.of("correct-horse-battery", "", "abc"));
    for (String secret :
        List.of(
            "correct-horse-battery",
            "sk-proj-abcdefghijklmnop1234",
            "Bearer abcdefghijklmnop.qrstuv",
            "Authorization: Bot MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123",
            "https://api.telegram.org/bot123456789:AAabcdefghijklmnopqrstuvwxyz0123456/getMe",
            "https://x.example/s/AbCdEfGhIjKlMnOpQrStUv",
            "/interactions/123456789012345678/aW50ZXJhY3Rpb246MTIzNDU2Nzg5/callback",
            "jdbc:postgresql://h/db?user=a&password=hunter22")) {
      assertThat(Redaction.of("before " + secret + " after"))
          .startsWith("before ")
          .endsWith(" after")
          .contains("(secret)")
          .doesNotContain(
              "horse", "abcdefghijkl", "AbCdEfGh", "aW50ZXJhY3Rpb24", "hunter22", "GabcdE");
    }
    assertThat(Redaction.of("member 5 said abc at 12:00:01 in discord:123456789012345678"))
        .isEqualTo("member 5 said abc at 12:00:01 in discord:123456789012345678");
  }

  @Test
  void whatDatabasesQuoteIsCut() {
    assertThat(
            Redaction.of(
                "Value too long for column \"TITLE CHARACTER VARYING(5)\": \"'my diary' (8)\""))
        .doesNotContain("diary");
    assertThat(Redaction.of("ERROR: x\n  Detail: Key (title)=(my diary) exists."))
        .doesNotContain("diary");
  }

  @Test
  void theLastLinesAreKeptAndFollowed() throws InterruptedException {
    try (CatchLogs catching = CatchLogs.begin()) {
      RecentLogs logs = catching.logs();
      try (Follower follower = logs.follow(LogLevel.WARN)) {
        log.info("quiet {}", 1);
        log.warn("key is sk-abcdefghijklmnopqrst", new IllegalStateException("it broke"));
        Follower.Heard heard = follower.take(Duration.ofSeconds(5));
        assertThat(heard.lines()).hasSize(1);
        assertThat(heard.lines().getFirst().text())
            .startsWith("key is (secret)")
            .contains("IllegalStateException: it broke");
        assertThat(heard.lines().getFirst().source()).isEqualTo("Thing");
        for (int i = 0; i < 3000; i++) {
          log.warn("line {}", i);
        }
        heard = follower.take(Duration.ZERO);
        assertThat(heard.lines()).hasSize(500);
        assertThat(heard.missed()).isEqualTo(2500);
      }
      assertThat(logs.recent(LogLevel.INFO, 5000)).hasSize(RecentLogs.KEPT);
      assertThat(logs.recent(LogLevel.WARN, 2))
          .extracting(LogLine::text)
          .containsExactly("line 2998", "line 2999");
    }
  }

  @Test
  void longLinesAreCut() {
    RecentLogs logs = new RecentLogs();
    logs.add(Instant.EPOCH, LogLevel.INFO, "x", "y".repeat(5000), false);
    assertThat(logs.recent(LogLevel.DEBUG, 1).getFirst().text()).hasSize(2001);
  }
}
