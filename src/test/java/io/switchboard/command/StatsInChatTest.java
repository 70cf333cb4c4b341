package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import io.switchboard.queue.daily.By;
import io.switchboard.queue.daily.Statistics;
import io.switchboard.queue.request.Ending;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** {@code /stats} and {@code /logs}: what admins see of it all. */
class StatsInChatTest {
  private final Town town = new Town(Town.generous());

  @AfterEach
  void close() {
    town.close();
  }

  private String by(Person person, String line) {
    town.command(person, line);
    return town.last(person).text();
  }

  private void someDays() {
    town.exchange(town.alice, "One", "1");
    town.exchange(town.alice, "Two", "2");
    town.say(town.bob, Town.GROUP, "Three", null, true);
    town.time.step(Duration.ofSeconds(4));
    assertThat(town.answer("3")).isPresent();
    town.time.step(Duration.ofDays(1));
    town.exchange(town.bob, "Four", "4");
    town.say(town.bob, "Five");
    town.queue.finish(
        town.queue.claim("main", 9).orElseThrow().id(), new Ending.Failed("no answer"));
  }

  @Test
  void sumsAreKeptByDayMemberPlaceAndModel() {
    someDays();
    String week = by(town.admin, "stats");
    assertThat(week)
        .contains("4 answers; 1 failed")
        .contains("3 conversations")
        .contains("40 tokens in, 80 out")
        .contains("On average: waited");
    assertThat(town.platform.uploaded().type()).isEqualTo("image/png");
    assertThat(by(town.admin, "stats members 30d"))
        .contains("alice: 2 answers, 60 tokens")
        .contains("bob: 2 answers, 60 tokens");
    assertThat(by(town.admin, "stats places today"))
        .contains("1 answer; 1 failed")
        .contains("Private chats: 1 answer, 30 tokens");
    assertThat(by(town.admin, "stats places 2026-03-01")).contains("the group: 1 answer");
    assertThat(by(town.admin, "stats models 2026-03")).contains("main: 4 answers, 120 tokens");
    assertThat(by(town.admin, "stats 2025-01")).contains("nothing was asked");
    for (String wrong :
        List.of("members yesterday", "9999d", "2026-13", "2026-03-02..2026-03-01")) {
      assertThat(by(town.admin, "stats " + wrong)).as(wrong).contains("This is how it is meant");
    }
    assertThat(by(town.alice, "stats")).contains("for admins only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "=HYPERLINK(\"http://evil\") -> \"'=HYPERLINK(\"\"http://evil\"\")\"",
        "@SUM(1) -> '@SUM(1)",
        "＝1+1 -> '＝1+1",
        "Eve;=1+1 -> Eve;'=1+1",
        "Eve\"; +1 -> \"Eve\"\"; '+1\"",
        "Eve-Marie -> Eve-Marie",
      })
  void theFileHasNoFormulas(String name, String cell) {
    Person evil = new Person(town.alice.id(), name, "alice", Locale.ENGLISH, Set.of());
    town.exchange(evil, "One", "1");
    by(town.admin, "stats csv today");
    String csv = town.platform.uploadedText();
    assertThat(csv)
        .startsWith("\uFEFFday,by,id,name,answered,failed,conversations,tokens_in,tokens_out,money")
        .contains("2026-03-01,all,,,1,0,1,10,20,0.000000,USD,0.000,0.000\r\n")
        .contains("," + cell + ",1,0,1,10,20");
  }

  @Test
  void theySurviveForgettingWithoutNames() {
    someDays();
    long alice = town.members.named("@alice", "memory").orElseThrow().id().value();
    town.forgetting.forget(town.members.named("@alice", "memory").orElseThrow().id());
    town.forgetting.sweep();
    Statistics statistics = town.queue.statistics();
    LocalDate first = LocalDate.parse("2026-03-01");
    assertThat(statistics.top(By.MEMBER, first, first, 9))
        .extracting(Statistics.Named::name)
        .contains("" + alice);
    assertThat(by(town.admin, "stats members 30d")).contains("Member " + alice + ": 2 answers");
  }

  @Test
  void linesOfTheLogAreForThoseWhoLookAfterIt() {
    LoggerFactory.getLogger("io.switchboard.x.Engine").warn("it creaks {}", 7);
    assertThat(by(town.admin, "logs")).contains("WARN Engine it creaks 7");
    assertThat(by(town.admin, "logs error 5")).contains("Nothing of that was logged");
    assertThat(by(town.admin, "logs loud")).contains("This is how it is meant");
    assertThat(by(town.alice, "logs")).contains("for admins only");
    town.command(town.admin, Town.GROUP, "logs");
    assertThat(town.platform.last(Town.GROUP.id()).text())
        .doesNotContain("creaks")
        .contains("in private");
    assertThat(by(town.admin, "logs start warn")).contains("from warn on");
    assertThat(by(town.admin, "undo")).contains("logs: warn → off");
    assertThat(by(town.admin, "logs stop")).contains("do not follow");
  }
}
