package io.switchboard.scenario;

import org.junit.jupiter.api.parallel.Isolated;

/** The log of the whole JVM is read. */
@Isolated
class LoggedOnTelegramTest extends LoggedScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
