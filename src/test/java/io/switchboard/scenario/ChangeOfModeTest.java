package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.Ports;
import io.switchboard.scenario.Stage.Seen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Telegram's updates are fetched, then brought, then fetched again, while people go on asking: each
 * question is answered, and none twice.
 */
class ChangeOfModeTest {
  private static final List<String> PEOPLE = List.of("Ben", "Cleo", "Dan");
  private static final String AGAIN = "Try again";
  private static final String POLLING = "mode: polling";
  private static final String WEBHOOK = "mode: webhook";

  @TempDir Path folder;
  private final TelegramStage telegram = new TelegramStage();
  private final List<String> asked = new ArrayList<>();
  private final int port = Ports.free();
  private Line line;

  @AfterEach
  void close() {
    try {
      assertThat(telegram.violations()).isEmpty();
    } finally {
      line.close();
    }
  }

  private void ask(String when) {
    for (String person : PEOPLE) {
      String question = "%s of %s, #%d.".formatted(when, person, asked.size());
      telegram.say(person, question);
      asked.add(question);
    }
  }

  /** While it stops, while it is away, and while it starts. */
  private void change(String from, String to) {
    ask("before it stops");
    line.stop();
    ask("while it is away");
    line.rewrite(yaml -> yaml.replace(from, to));
    Thread starting = Thread.ofVirtual().start(line::startAgain);
    ask("while it starts");
    await().until(() -> !starting.isAlive());
    ask("in " + to);
    PEOPLE.forEach(person -> see(() -> telegram.inPrivate(person), "in " + to, AGAIN));
  }

  @Test
  void noQuestionIsLostAndNoneIsAnsweredTwice() {
    line =
        new Line(folder, telegram)
            .written(
                yaml ->
                    yaml.replace("telegram: {", "telegram: {" + POLLING + ", ")
                        .replace(
                            "web: {port: 0}",
                            "web: {port: %d, publicUrl: \"http://127.0.0.1:%d\"}"
                                .formatted(port, port)));
    line.start("limits: {default: {waiting: 50}}");
    ask("at first");
    change(POLLING, WEBHOOK);
    assertThat(telegram.fake().lastCall("setwebhook").path("url").asText()).contains("" + port);
    change(WEBHOOK, POLLING);
    change(POLLING, WEBHOOK);
    for (String question : asked) {
      await(question).until(() -> !answers(question).isEmpty());
    }
    await().until(() -> telegram.fake().unconfirmed() == 0);
    for (String question : asked) {
      assertThat(line.account.answersFor(question)).as(question).hasSize(1);
      assertThat(answers(question)).as(question).hasSize(1);
    }
  }

  private List<Seen> answers(String question) {
    return PEOPLE.stream()
        .flatMap(person -> telegram.inPrivate(person).stream())
        .filter(m -> m.text().contains("Answer to: " + question) && m.buttons().contains(AGAIN))
        .toList();
  }
}
