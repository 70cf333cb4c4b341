package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What one platform cuts into several messages, and another makes a file of, is one question. */
abstract class PasteScenarioTest extends Play {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @Test
  void aLongPasteIsOneQuestionThatIsPaidOnce() {
    line.start("limits: {default: {requests: [2/hour]}}");
    String paste = "Begin. " + "word ".repeat(1_900) + "The end of it.";
    stage.paste("Ben", paste);
    see(() -> stage.inPrivate("Ben"), "", AGAIN);
    assertThat(line.account.answersFor("The end of it."))
        .as("asked once, whole")
        .hasSize(1)
        .allMatch(generation -> generation.request().toString().contains("Begin. word"));
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "1 of 2 questions per hour, 1 left");
    assertThat(line.account.generations()).hasSize(1);
  }

  @Test
  void picturesThatComeTogetherAreOneQuestion() {
    line.start("limits: {default: {requests: [2/hour]}}");
    byte[] pixel = Base64.getDecoder().decode(PIXEL);
    stage.album("Ben", "Compare these.", pixel, pixel);
    see(() -> stage.inPrivate("Ben"), "", AGAIN);
    assertThat(line.account.generations()).hasSize(1);
    assertThat(line.account.answersFor("Compare these."))
        .singleElement()
        .matches(generation -> generation.request().toString().split("data:image/").length == 3);
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "1 of 2 questions per hour, 1 left");
  }
}

class PasteOnDiscordTest extends PasteScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class PasteOnTelegramTest extends PasteScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
