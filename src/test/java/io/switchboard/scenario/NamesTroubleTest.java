package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.names.Names;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of the account and of a platform cannot be looked up, and later they can. */
class NamesTroubleTest {
  private static final String ACCOUNT = "account.fake.test";
  private static final String TELEGRAM = "telegram.fake.test";

  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();

  @AfterEach
  void close() {
    Names.known(ACCOUNT);
    Names.known(TELEGRAM);
    discord.close();
    telegram.close();
  }

  @Test
  void whatIsAskedMeanwhileIsAnsweredOnceTheyAreKnown() {
    Names.unknown(ACCOUNT);
    Names.unknown(TELEGRAM);
    try (Line line = new Line(folder, discord)) {
      String account = line.account.baseUrl();
      line.written(
              yaml ->
                  yaml.replace("allow: [", "allow: [everyone, ")
                      .replace(account, account.replace("127.0.0.1", ACCOUNT))
                      .replace(telegram.yaml(), telegram.yaml().replace("127.0.0.1", TELEGRAM)))
          .start(telegram.yaml());
      assertThat(line.get(line.address() + "/readyz").statusCode()).isEqualTo(200);
      telegram.say("Ben", "On Telegram");
      discord.say("Cleo", "On Discord");
      see(() -> discord.inPrivate("Cleo"), "account");
      Names.known(ACCOUNT);
      Names.known(TELEGRAM);
      await("the answers")
          .atMost(Duration.ofMinutes(4))
          .untilAsserted(
              () -> {
                assertThat(telegram.inPrivate("Ben"))
                    .anyMatch(m -> m.text().contains("On Telegram"));
                assertThat(discord.inPrivate("Cleo"))
                    .anyMatch(m -> m.text().contains("On Discord"));
              });
      assertThat(line.account.answersFor("On Discord")).hasSize(1);
      assertThat(line.account.answersFor("On Telegram")).hasSize(1);
    }
  }
}
