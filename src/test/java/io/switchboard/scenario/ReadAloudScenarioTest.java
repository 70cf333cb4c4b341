package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that are read aloud, on every platform. */
abstract class ReadAloudScenarioTest extends Play {
  private static final String LISTEN = "🔊 Listen";
  private static final String BREAD = "**Bread** is baked:\n\n```sh\nbake --hot\n```\n\nThen eaten";

  private Line speaking() {
    return line.accounts(
        "[{name: main, baseUrl: \"%s\", apiKey: \"%s\", speech: {model: gpt-4o-mini-tts}}]"
            .formatted(line.account.baseUrl(), FakeOpenAi.KEY));
  }

  private List<Seen> sounds() {
    return stage.inPrivate("Ben").stream().filter(m -> !stage.files(m).isEmpty()).toList();
  }

  private Seen answered() {
    line.account.next(Script.answer(BREAD));
    stage.say("Ben", "How is bread made?");
    return see(() -> stage.inPrivate("Ben"), "Then eaten", LISTEN);
  }

  @Test
  void anAnswerIsHeardAsAVoiceMessage() {
    speaking().start("limits: {default: {voice: [1/hour]}}");
    Seen answer = answered();
    stage.press("Ben", answer, LISTEN);
    await().atMost(Duration.ofMinutes(4)).until(() -> sounds().size() == 1);
    assertThat(stage.files(sounds().getFirst())).containsExactly("answer.ogg");
    assertThat(line.account.heard())
        .containsExactly(
            "spoken Bread is baked:\n\nA piece of code is left out here.\n\nThen eaten.");
    stage.press("Ben", answer, LISTEN);
    see(() -> stage.inPrivate("Ben"), "used up");
    assertThat(sounds()).hasSize(1);
  }

  @Test
  void aVoiceThatFailsIsToldAndCostsNothing() {
    speaking().start("limits: {default: {voice: [1/hour]}}");
    Seen answer = answered();
    line.account.next(Script.refuse(400, "invalid_request_error", "nope", "Not this."));
    stage.press("Ben", answer, LISTEN);
    see(() -> stage.inPrivate("Ben"), "Nothing was charged");
    stage.press("Ben", answer, LISTEN);
    await().atMost(Duration.ofMinutes(4)).until(() -> sounds().size() == 1);
  }

  @Test
  void withoutAVoiceThereIsNoButton() {
    line.start("");
    line.account.next(Script.answer(BREAD));
    stage.say("Ben", "How is bread made?");
    Seen answer = see(() -> stage.inPrivate("Ben"), "Then eaten", AGAIN);
    assertThat(answer.buttons()).doesNotContain(LISTEN);
  }
}

class ReadAloudOnDiscordTest extends ReadAloudScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class ReadAloudOnTelegramTest extends ReadAloudScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
