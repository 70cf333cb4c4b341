package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Some servers do not tell with a press which buttons stand under the message: in groups everything
 * can be used all the same, and nothing can be forged.
 */
class UntoldButtonsTest extends Play {
  private static final String AGAIN = "Try again";
  private static final String NEXT = "▶";

  private final TelegramStage telegram = new TelegramStage();

  @Override
  Stage stage() {
    return telegram;
  }

  @BeforeEach
  void theServerTellsNoButtons() {
    telegram.fake().tellNoKeyboards();
  }

  private void twoVariants() {
    line.account.next(Script.answer("First variant."), Script.answer("Second variant."));
    line.start("");
    stage.sayInGroup("Ben", "Tell us something");
    stage.press("Ben", see(() -> stage.inGroup("Ben"), "First variant.", AGAIN), AGAIN);
  }

  @Test
  void variantsArePagedInTheirPlace() {
    twoVariants();
    Seen second = see(() -> stage.inGroup("Ben"), "Second variant.", "2/2");
    int messages = stage.inGroup("Ben").size();
    stage.press("Ben", second, NEXT);
    Seen first = see(() -> stage.inGroup("Ben"), "First variant.", "1/2");
    stage.press("Ben", first, NEXT);
    see(() -> stage.inGroup("Ben"), "Second variant.", "2/2");
    assertThat(stage.inGroup("Ben")).hasSize(messages);
  }

  @Test
  void afterARestartTheyArePagedInANewMessage() {
    twoVariants();
    Seen second = see(() -> stage.inGroup("Ben"), "Second variant.", "2/2");
    int messages = stage.inGroup("Ben").size();
    line.restart();
    stage.press("Ben", second, NEXT);
    await().until(() -> stage.inGroup("Ben").size() == messages + 1);
    Seen anew = stage.inGroup("Ben").getLast();
    assertThat(anew.text()).contains("First variant.");
    stage.press("Ben", anew, NEXT);
    await().until(() -> stage.inGroup("Ben").getLast().text().contains("Second variant."));
    assertThat(stage.inGroup("Ben")).hasSize(messages + 1);
  }

  @Test
  void whatGrowsIsStopped() {
    line.account.next(Script.answer("word ".repeat(4000)).pace(5, Duration.ofMillis(40)));
    line.start("");
    stage.sayInGroup("Ben", "Tell us everything");
    stage.press("Ben", see(() -> stage.inGroup("Ben"), "word", "Stop"), "Stop");
    see(() -> stage.inGroup("Ben"), "word", AGAIN);
  }

  @Test
  void anAnswerIsShared() {
    line.start("");
    stage.sayInGroup("Ben", "Why is the sea salty?");
    stage.press("Ben", see(() -> stage.inGroup("Ben"), "salty", "Share"), "Share");
    Seen draft = see(() -> stage.inGroup("Ben"), "Nothing is shared yet", "Share");
    stage.press("Ben", draft, "Share");
    see(() -> stage.inGroup("Ben"), "The link ends:", "End this link");
    await()
        .until(() -> stage.inGroup("Ben").stream().noneMatch(m -> m.text().contains("Nothing is")));
  }

  @Test
  void nothingIsPutInThePlaceOfAnAnswer() {
    line.start("");
    stage.sayInGroup("Ben", "Why is the sea salty?");
    Seen answer = see(() -> stage.inGroup("Ben"), "salty", AGAIN);
    int messages = stage.inGroup("Ben").size();
    telegram.fake().forge(telegram.who("Cleo"), (Shown) answer.message(), "shares:0");
    await().until(() -> stage.inGroup("Ben").size() > messages);
    assertThat(see(() -> stage.inGroup("Ben"), "salty", AGAIN).text()).isEqualTo(answer.text());
  }
}
