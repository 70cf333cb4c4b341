package io.switchboard.scenario;

class AskingOnTelegramTest extends AskingScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
