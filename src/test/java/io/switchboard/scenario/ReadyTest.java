package io.switchboard.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process says that it is ready while any platform is heard, and only then. */
class ReadyTest {
  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();
  private Line line;

  @AfterEach
  void close() {
    if (line != null) {
      line.close();
    }
    discord.close();
    telegram.close();
  }

  @Test
  void onePlatformIsEnough() {
    line = new Line(folder, telegram).start(discord.yaml());
    discord.awaitBot();
    readyWithin(5);
    discord.fake().down();
    telegram.fake().down();
    notReadyWithin(10, "no chat platform is connected");
    assertThat(page("/healthz").statusCode()).isEqualTo(200);
    telegram.fake().up();
    readyWithin(60);
  }

  private void readyWithin(int seconds) {
    await().atMost(Duration.ofSeconds(seconds)).until(() -> page("/readyz").statusCode() == 200);
  }

  private void notReadyWithin(int seconds, String why) {
    await()
        .atMost(Duration.ofSeconds(seconds + 1))
        .until(() -> page("/readyz").statusCode() == 503);
    assertThat(page("/readyz").body()).contains(why);
  }

  private HttpResponse<String> page(String path) {
    return line.get(line.address() + path);
  }
}
