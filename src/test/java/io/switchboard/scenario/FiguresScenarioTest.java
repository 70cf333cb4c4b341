package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.fake.openai.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /metrics} tells, and that the dashboard asks for nothing else. */
class FiguresScenarioTest {
  private static final Path DASHBOARD = Path.of("src/dist/grafana/switchboard.json");
  private static final Pattern SERIES = Pattern.compile("^([a-z_]+)[ {]", Pattern.MULTILINE);

  /** A name before the labels that each selector has. */
  private static final Pattern SELECTED = Pattern.compile("([a-z_]+)\\{job");

  @TempDir Path folder;
  private final TelegramStage telegram = new TelegramStage();
  private Line line;

  @BeforeEach
  void start() {
    line = new Line(folder, telegram);
    line.account.next(Script.busy(1));
    line.start("");
    telegram.say("Ben", "What does it cost?");
    see(() -> telegram.inPrivate("Ben"), "What does it cost?", "Try again");
    // The figures follow the commit, a moment after the answer can be read.
    await().atMost(Duration.ofSeconds(30)).until(() -> told().contains("ending=\"answered\"} 1.0"));
  }

  @AfterEach
  void close() {
    line.close();
  }

  private String told() {
    return line.get(line.address() + "/metrics").body();
  }

  @Test
  void whatHappenedIsCounted() {
    assertThat(told())
        .contains("switchboard_questions_total{outcome=\"queued\"} 1.0")
        .contains("switchboard_account_failures_total{account=\"main\",kind=\"busy\"} 1.0")
        .contains("switchboard_account_first_token_seconds_count{account=\"main\"} 1")
        .contains("switchboard_account_answer_seconds_bucket{account=\"main\",le=\"0.2\"}")
        .contains("switchboard_queue_wait_seconds_count 1")
        .contains("switchboard_tokens_total{account=\"main\",direction=\"out\"}")
        .contains("platform=\"telegram\"")
        .contains("switchboard_queue_waiting 0.0")
        .contains("switchboard_account_open{account=\"main\"} 1.0")
        .contains("switchboard_database_room 1.0");
  }

  @Test
  void itIsWrittenAsPrometheusWants() {
    String told = told();
    Set<String> names =
        SERIES.matcher(told).results().map(m -> m.group(1)).collect(Collectors.toSet());
    for (String name : names) {
      String part = name.replaceFirst("_(bucket|count|sum|max)$", "");
      assertThat(told).as(name).containsPattern("# TYPE (" + name + "|" + part + ") ");
      assertThat(told).as(name).containsPattern("# HELP (" + name + "|" + part + ") ");
    }
    told.lines()
        .filter(l -> l.startsWith("# TYPE ") && l.endsWith(" counter"))
        .forEach(l -> assertThat(l.split(" ")[2]).endsWith("_total"));
  }

  @Test
  void nobodyCanBeReadInIt() {
    String id = telegram.id("Ben").replaceAll("\\D", "");
    assertThat(told()).doesNotContain("Ben", id, "What does");
  }

  @Test
  void theDashboardAsksForWhatThereIs() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));
    Set<String> asked = new TreeSet<>();
    for (JsonNode expr : dashboard.findValues("expr")) {
      Set<String> names =
          SELECTED
              .matcher(expr.asText())
              .results()
              .map(FiguresScenarioTest::name)
              .collect(Collectors.toSet());
      assertThat(names).as(expr.asText()).isNotEmpty();
      asked.addAll(names);
    }
    assertThat(asked).hasSizeGreaterThan(25);
    line.account.when("slow", Script.answer("Slow. ".repeat(60)).pace(8, Duration.ofMillis(60)));
    telegram.say("Ben", "slow one");
    telegram.say("Ben", "and one that waits for it");
    // Some are there only while somebody waits.
    Set<String> there = new TreeSet<>();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              SERIES.matcher(told()).results().map(FiguresScenarioTest::name).forEach(there::add);
              assertThat(there).containsAll(asked);
            });
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }
}
