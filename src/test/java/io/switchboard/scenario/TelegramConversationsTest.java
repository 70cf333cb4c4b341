package io.switchboard.scenario;

class TelegramConversationsTest extends ConversationsScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
