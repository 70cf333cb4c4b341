package io.switchboard.app.check;

import io.switchboard.app.settings.Settings;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.telegram.FakeTelegram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Everything that is asked, faked, and a configuration in which all is well. */
final class CheckStage implements AutoCloseable {
  final FakeDiscord discord = FakeDiscord.start();
  final FakeTelegram telegram = FakeTelegram.start();
  final FakeOpenAi account = FakeOpenAi.start();
  final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private String more = "";
  String accountKey = FakeOpenAi.KEY;
  String accountMore = "";
  String telegramToken = telegram.token();
  String telegramMore = "";
  String discordToken = discord.token();
  String access = "{admins: [discord:1], allow: [discord:2]}";
  String database = "";
  String web = "{port: 0}";
  int exit;

  CheckStage(Path folder) {
    this.folder = folder;
  }

  /** Adds lines to the configuration. */
  CheckStage with(String lines) {
    more += lines + "\n";
    return this;
  }

  /** What the check prints. */
  String look() {
    return look(InstantSource.system());
  }

  String look(InstantSource time) {
    return look(time, yaml -> yaml);
  }

  /** With a configuration that was changed so. */
  String look(UnaryOperator<String> change) {
    return look(InstantSource.system(), change);
  }

  private String look(InstantSource time, UnaryOperator<String> change) {
    String yaml =
        """
        discord: {token: "%s", apiUrl: "%s", gatewayUrl: "%s"}
        telegram: {token: "%s", apiUrl: "%s"%s}
        accounts:
          - {name: main, baseUrl: "%s", apiKey: "%s"%s}
        access: %s
        web: %s
        database: {url: "%s"}
        """
            .formatted(
                discordToken,
                discord.apiUrl(),
                discord.gatewayUrl(),
                telegramToken,
                telegram.url(),
                telegramMore,
                account.baseUrl(),
                accountKey,
                accountMore,
                access,
                web,
                database.isEmpty() ? "jdbc:h2:file:" + folder.resolve("data/db") : database);
    try {
      Files.writeString(folder.resolve("switchboard.yaml"), change.apply(yaml) + more);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return printed(time);
  }

  /** What it prints without any file. */
  String nothing() {
    folder.resolve("switchboard.yaml").toFile().delete();
    return printed(InstantSource.system());
  }

  private String printed(InstantSource time) {
    environment.put("SWITCHBOARD_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data/db"));
    environment.put("SWITCHBOARD_PORT", "0");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exit =
        new RunChecks(new Settings(folder, environment::get), environment.keySet(), time)
            .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    discord.close();
    telegram.close();
    account.close();
  }
}
