package io.switchboard.scenario;

class DiscordScenarioTest extends ScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}
