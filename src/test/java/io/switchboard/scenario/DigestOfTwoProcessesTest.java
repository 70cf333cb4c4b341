package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.crash.SwitchboardProcess;
import io.switchboard.db.TestDatabases;
import io.switchboard.scenario.Stage.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes on one PostgreSQL post the best of the week once, in each channel. */
class DigestOfTwoProcessesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String POST = "Share, and post in the community";
  private static final String NEVER = "digest: never";

  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();
  private final List<Stage> stages = List.of(discord, telegram);
  private final List<SwitchboardProcess> processes = new ArrayList<>();
  private Line line;

  @BeforeEach
  void open() {
    line =
        new Line(folder, discord)
            .alsoOn(telegram)
            .database("{url: \"%s\"}".formatted(TestDatabases.postgresUrl()));
  }

  @AfterEach
  void close() {
    processes.forEach(SwitchboardProcess::close);
    discord.close();
    telegram.close();
    line.account.close();
  }

  private void aPostIsLikedOnBothPlatforms() {
    discord.say("Ben", "Liked everywhere");
    Seen answer = see(() -> discord.inPrivate("Ben"), "Liked everywhere", "Try again");
    discord.press("Ben", answer, "Share");
    discord.press("Ben", see(() -> discord.inPrivate("Ben"), "Nothing is shared yet", POST), POST);
    stages.forEach(stage -> see(stage::inCommunity, "Liked everywhere"));
    // It is seen before it is noted, and nobody knows what an unknown message is.
    await()
        .atMost(PATIENCE)
        .until(() -> line.get(line.address() + "/gallery").body().contains("Liked everywhere"));
    for (Stage stage : stages) {
      stage.react("Cleo", see(stage::inCommunity, "Liked everywhere"), "👍");
    }
    await("both are counted")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              discord.command("Ada", "community", "list");
              return discord.inPrivate("Ada").stream().anyMatch(m -> m.text().contains("2 likes"));
            });
  }

  /**
   * It was due a moment ago: whoever starts catches up, and what cannot be posted yet is posted
   * when Quartz rings for it again, in either of them.
   */
  private static String due() {
    return "digest: \"%s\""
        .formatted(
            DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH)
                .format(Instant.now().minusSeconds(30).atOffset(ZoneOffset.UTC))
                .toLowerCase(Locale.ROOT));
  }

  private SwitchboardProcess start(String name, String yaml) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("switchboard.yaml"), yaml);
    SwitchboardProcess process = SwitchboardProcess.start(home, Map.of());
    processes.add(process);
    return process;
  }

  private List<Seen> digests(Stage stage) {
    return stage.inCommunity().stream()
        .filter(m -> m.text().contains("The best of the week"))
        .toList();
  }

  private void assertOneEach() {
    for (Stage stage : stages) {
      assertThat(digests(stage)).hasSize(1);
      assertThat(digests(stage).getFirst().text()).contains("Liked everywhere", "2 likes");
    }
  }

  @Test
  void eachChannelReadsItOnce() throws IOException {
    line.start(
        "community: {enabled: true, %s, channels: [\"%s\", \"%s\"]}\n"
            .formatted(NEVER, discord.communityChannel(), telegram.communityChannel()));
    try {
      aPostIsLikedOnBothPlatforms();
    } finally {
      line.stop();
    }
    String yaml = Files.readString(folder.resolve("switchboard.yaml")).replace(NEVER, due());
    assertThat(yaml).contains("digest: \"");
    List<SwitchboardProcess> both = List.of(start("first", yaml), start("second", yaml));
    both.forEach(SwitchboardProcess::awaitReady);
    await()
        .atMost(PATIENCE)
        .until(() -> stages.stream().noneMatch(stage -> digests(stage).isEmpty()));
    assertOneEach();
    both.forEach(SwitchboardProcess::kill);
    start("third", yaml).awaitReady();
    // What it does at its start is done when it answers.
    telegram.command("Ben", "help", "");
    see(() -> telegram.inPrivate("Ben"), "/ask");
    assertOneEach();
    assertThat(discord.violations()).isEmpty();
    assertThat(telegram.violations()).isEmpty();
  }
}
