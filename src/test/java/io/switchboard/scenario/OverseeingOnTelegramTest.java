package io.switchboard.scenario;

class OverseeingOnTelegramTest extends OverseeingScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
