package io.switchboard.scenario;

class OverseeingOnDiscordTest extends OverseeingScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}
