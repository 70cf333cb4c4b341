package io.switchboard.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.switchboard.account.Account;
import io.switchboard.config.Secret;
import io.switchboard.openai.OpenAiClient;
import io.switchboard.openai.OpenAiSettings;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ChooseAccountsTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ChooseAccounts.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final OpenAiClient client = new OpenAiClient();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void close() {
    logger.detachAppender(lines);
    client.close();
  }

  @Test
  void oneThatCannotAnswerIsLeftOutAndNamed() {
    ChooseAccounts chosen =
        choose(account("ours", "http://localhost:1/v1", ""), account("main", "", ""));
    assertThat(chosen.demo()).isFalse();
    assertThat(chosen.accounts()).extracting(Account::name).containsExactly("ours");
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("account main", "OPENAI_API_KEY");
  }

  @Test
  void theDemoAccountStandsInWhereNothingIsSaid() {
    assertThat(choose(account("main", "", "")).demo()).isTrue();
    assertThat(lines.list).isEmpty();
  }

  private ChooseAccounts choose(OpenAiSettings... settings) {
    return ChooseAccounts.from(List.of(settings), client, InstantSource.system());
  }

  private static OpenAiSettings account(String name, String url, String key) {
    return new OpenAiSettings(
        name, url, Secret.of(key), "a-model", 1, OpenAiSettings.DEFAULTS.patience());
  }
}
