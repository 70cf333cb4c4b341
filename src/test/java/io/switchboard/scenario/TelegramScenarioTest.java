package io.switchboard.scenario;

class TelegramScenarioTest extends ScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
