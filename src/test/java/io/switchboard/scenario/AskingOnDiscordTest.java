package io.switchboard.scenario;

class AskingOnDiscordTest extends AskingScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}
