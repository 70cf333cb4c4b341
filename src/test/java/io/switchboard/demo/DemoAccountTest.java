package io.switchboard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demonstration says, and how. */
@Timeout(240)
class DemoAccountTest {
  private final DemoAccount account =
      new DemoAccount(new DemoSettings(4, Duration.ZERO, 1_000_000));

  @Test
  void saysThatItIsNoModelAndHowToConnectOne() {
    String text = answer("What is the *capital* of <b>France</b>?");
    assertThat(text)
        .contains("not a model")
        .contains("OPENAI_API_KEY")
        .contains("OPENAI_BASE_URL=http://localhost:11434/v1")
        .contains("> What is the \\*capital\\* of \\<b\\>France\\</b\\>?")
        .contains("## ", "| ", "```bash", "   - `table`", "$a^2", "- [x] ", "`error`")
        .doesNotContain("{question}", "{previous}");
  }

  @Test
  void knowsWhatThePromptBringsAlong() {
    assertThat(answer("first thing", "second thing"))
        .contains("> second thing")
        .contains("first thing");
  }

  @ParameterizedTest
  @CsvSource({
    "今天天气怎么样,这是演示",
    "請問今天的天氣,這是示範",
    "오늘 날씨 어때,데모입니다",
    "今日の天気は,not a model",
  })
  void answersInTheLanguageOfTheQuestion(String question, String expected) {
    assertThat(answer(question)).contains(expected).contains("OPENAI_API_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a LONG one, please", "长", "寫長一點", "긴 답변"})
  void canBeLong(String question) {
    String text = answer(question);
    assertThat(text).hasSizeGreaterThan(6000);
    assertThat(text.split("```", -1).length).isGreaterThan(12);
  }

  @ParameterizedTest
  @CsvSource({"show a table,|:--|", "some code?,```java", "maths,$$", "math,$$", "slow,Stop"})
  void hasSpecialOnes(String question, String expected) {
    assertThat(answer(question)).contains(expected);
  }

  @Test
  void canFail() {
    List<Piece> pieces = read(account.open(prompt("error")));
    assertThat(pieces.getLast()).isInstanceOf(Piece.Broken.class);
    assertThat(answer("What does this error in my program mean?")).contains("not a model");
  }

  @Test
  void hasAHumanPaceAndStopsAtOnce() throws Exception {
    AnswerStream stream = new DemoAccount(DemoSettings.DEFAULTS).open(prompt("slow"));
    long start = System.nanoTime();
    stream.next();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(DemoSettings.DEFAULTS.thinking().minusMillis(1));
    CompletableFuture<List<Piece>> rest = CompletableFuture.supplyAsync(() -> read(stream));
    stream.close();
    assertThat(rest.get().getLast())
        .isInstanceOfSatisfying(
            Piece.Broken.class,
            broken -> assertThat(broken.failure().kind()).isEqualTo(Failure.Kind.STOPPED));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
  }

  private String answer(String... questions) {
    List<Piece> pieces = read(account.open(prompt(questions)));
    assertThat(pieces.getLast()).isInstanceOf(Piece.Ended.class);
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text(String more)) {
        text.append(more);
      }
    }
    return text.toString();
  }

  private static Prompt prompt(String... questions) {
    List<Prompt.Message> messages = new ArrayList<>();
    for (String question : questions) {
      messages.add(Prompt.Message.of(Prompt.Role.USER, question));
      messages.add(Prompt.Message.of(Prompt.Role.ASSISTANT, "an answer"));
    }
    messages.removeLast();
    return new Prompt(null, messages, null);
  }

  private static List<Piece> read(AnswerStream stream) {
    List<Piece> pieces = new ArrayList<>();
    do {
      pieces.add(stream.next());
    } while (pieces.getLast() instanceof Piece.Text);
    return pieces;
  }
}
