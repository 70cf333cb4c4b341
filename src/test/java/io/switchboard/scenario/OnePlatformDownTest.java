package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that cannot be reached keeps nobody else waiting, and is there once it can be. */
class OnePlatformDownTest {
  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();

  @AfterEach
  void close() {
    discord.close();
    telegram.close();
  }

  @Test
  void discordIsDownAtStart() {
    discord.fake().down();
    try (Line line = new Line(folder, telegram)) {
      line.start(discord.yaml());
      telegram.say("Ben", "Anybody there?");
      see(() -> telegram.inPrivate("Ben"), "Anybody there?", "Try again");
      discord.fake().up();
      discord.awaitBot();
    }
  }

  @Test
  void telegramIsDownAtStart() {
    telegram.fake().down();
    try (Line line = new Line(folder, discord)) {
      line.start(telegram.yaml());
      discord.say("Ben", "Anybody there?");
      see(() -> discord.inPrivate("Ben"), "Anybody there?", "Try again");
      telegram.fake().up();
      telegram.awaitBot();
    }
  }
}
