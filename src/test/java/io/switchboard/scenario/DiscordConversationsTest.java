package io.switchboard.scenario;

class DiscordConversationsTest extends ConversationsScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}
