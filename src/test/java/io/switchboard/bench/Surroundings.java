package io.switchboard.bench;

import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.telegram.FakeTelegram;

/** What the program speaks to when everything is on: both platforms and an account. */
final class Surroundings implements AutoCloseable {
  final FakeDiscord discord = FakeDiscord.start();
  final FakeTelegram telegram = FakeTelegram.start();
  final FakeOpenAi account = FakeOpenAi.start();

  /** A configuration with everything on. */
  String yaml() {
    return """
    discord: {token: "%s", apiUrl: "%s", gatewayUrl: "%s"}
    telegram: {token: "%s", apiUrl: "%s"}
    accounts: [{name: main, baseUrl: "%s", apiKey: "%s"}]
    access: {allow: [everyone]}
    community: {enabled: true}
    web: {port: 0}
    """
        .formatted(
            discord.token(),
            discord.apiUrl(),
            discord.gatewayUrl(),
            telegram.token(),
            telegram.url(),
            account.baseUrl(),
            FakeOpenAi.KEY);
  }

  /** Whether both platforms are listened to. */
  boolean connected() {
    return discord.botConnected() && telegram.calls().contains("setmycommands");
  }

  @Override
  public void close() {
    discord.close();
    telegram.close();
    account.close();
  }
}
