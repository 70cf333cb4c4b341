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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private static final Pattern SERIES = Pattern.compile("^([a-z0-9_]+)[ {]", Pattern.MULTILINE);

  private static final String HELP = "# HELP [a-z0-9_]+ \\S.{5,}";
  private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=\"([^\"]*)\"");

  /** Each with so many values as the configuration or the program itself has words. */
  private static final Set<String> LABELS =
      Set.of(
          "account",
          "action",
          "area",
          "cause",
          "currency",
          "direction",
          "ending",
          "gc",
          "id",
          "kind",
          "le",
          "lease",
          "method",
          "model",
          "outcome",
          "platform",
          "pool",
          "route",
          "state",
          "status",
          "visibility");

  /** Whatever in an expression is the name of a series, also without a selector. */
  private static final Pattern NAMED =
      Pattern.compile("\\b(?:switchboard|jvm|process|system)_[a-z_]+");

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
    await().atMost(Duration.ofMinutes(4)).until(() -> told().contains("ending=\"answered\"} 1.0"));
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
    told.lines().filter(l -> l.startsWith("# TYPE ")).forEach(FiguresScenarioTest::named);
    told.lines().filter(l -> l.startsWith("# HELP ")).forEach(l -> assertThat(l).matches(HELP));
  }

  /** See prometheus.io/docs/practices/naming: a prefix, base units, the unit and total last. */
  private static void named(String line) {
    String name = line.split(" ")[2];
    String type = line.split(" ")[3];
    assertThat(name).matches("(switchboard|jvm|process|system)(_[a-z0-9]+)+");
    assertThat(name)
        .doesNotContainPattern(
            "_(ns|ms|millis|milliseconds|micros|nanos|minutes|hours|days|kb|mb|kilobytes|megabytes|percent)(_|$)");
    if (name.startsWith("switchboard_")) {
      assertThat(name.endsWith("_total")).as(line).isEqualTo(type.equals("counter"));
      assertThat(name).doesNotContainPattern("_(count|sum|bucket|info)$");
      // Of a histogram or a summary Micrometer keeps the longest beside it, unit before max.
      assertThat(name).doesNotContainPattern("_(seconds|bytes|ratio)_(?!total$|max$)");
    }
    if (type.equals("histogram") || type.equals("summary")) {
      assertThat(name).endsWith("_seconds");
    } else {
      // As `promtool check metrics` wants it, which is asked before a release.
      assertThat(name).doesNotEndWith("_count");
    }
  }

  @Test
  void whatStandsInLabelsIsBounded() {
    Map<String, Set<String>> values = new TreeMap<>();
    LABEL
        .matcher(told())
        .results()
        .forEach(m -> values.computeIfAbsent(m.group(1), k -> new TreeSet<>()).add(m.group(2)));
    assertThat(values.keySet()).isSubsetOf(LABELS);
    // A page is named by its route, with its parameters' names.
    for (String page : List.of("/s/AbCdEfGhIjKlMnOpQrStUv", "/nothing/here", "/login/abcdef")) {
      line.get(line.address() + page);
    }
    await()
        .atMost(Duration.ofMinutes(4))
        .untilAsserted(() -> assertThat(told()).contains("route=\"/s/{token}\""));
    assertThat(told()).doesNotContain("AbCdEf", "/nothing/here", "abcdef");
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
      assertThat(NAMED.matcher(expr.asText()).results().map(MatchResult::group))
          .as(expr.asText())
          .isSubsetOf(names);
      asked.addAll(names);
    }
    assertThat(asked).hasSizeGreaterThan(25);
    line.account.when("slow", Script.answer("Slow. ".repeat(60)).pace(4, Duration.ofMillis(100)));
    telegram.say("Ben", "slow one");
    telegram.say("Ben", "and one that waits for it");
    // Some are there only while somebody waits.
    Set<String> there = new TreeSet<>();
    await()
        .atMost(Duration.ofMinutes(4))
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
