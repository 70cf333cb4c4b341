package io.switchboard.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both ways of asking for answers do. */
abstract class OpenAiAccountTest extends AccountBench {
  @Test
  void streamsAnAnswerAndItsUse() {
    server.otherwise(Script.answer("Hällo 🎉 {question}").pace(1, Duration.ZERO));
    List<Piece> pieces = read(account().open(prompt("wie geht's? 你好")));
    assertThat(text(pieces)).isEqualTo("Hällo 🎉 wie geht's? 你好");
    assertThat(pieces.getLast())
        .isInstanceOfSatisfying(
            Piece.Ended.class,
            end -> {
              assertThat(end.by()).isEqualTo(Piece.By.ITSELF);
              assertThat(end.use().counted()).isTrue();
              assertThat(end.use().in()).isPositive();
            });
    Generation asked = server.generations().getFirst();
    assertThat(asked.request().path("model").asText()).isEqualTo("gpt-5-mini");
    assertThat(asked.request().toString()).contains("Be brief.");
    assertThat(asked.state()).isEqualTo(Generation.State.COMPLETE);
  }

  @Test
  void usesTheConnectionAgain() {
    OpenAiAccount account = account();
    for (int i = 0; i < 5; i++) {
      try (AnswerStream stream = account.open(prompt("again"))) {
        assertThat(read(stream).getLast()).isInstanceOf(Piece.Ended.class);
      }
      await().until(() -> server.runningNow() == 0);
    }
    assertThat(server.connections()).isLessThanOrEqualTo(2);
    assertThat(server.aborted()).isZero();
  }

  @Test
  void neverAsksBeforeTheServerIsDone() throws Exception {
    server.refuseAbove(1).otherwise(Script.answer("short").pace(5, Duration.ZERO));
    OpenAiAccount account = account();
    for (int i = 0; i < 300; i++) {
      assertThat(read(account.open(prompt("q" + i))).getLast()).isInstanceOf(Piece.Ended.class);
    }
    assertThat(server.mostAtOnce()).isEqualTo(1);
    assertThat(server.connections()).isLessThanOrEqualTo(2);
  }

  @Test
  void readsReasoningApart() {
    server.otherwise(Script.answer("42").reasoning("Let me think."));
    List<Piece> pieces = read(account().open(prompt("q")));
    assertThat(text(pieces)).isEqualTo("42");
    assertThat(pieces).anyMatch(piece -> piece instanceof Piece.Thought);
  }

  @Test
  void estimatesTheUseThatNobodyTells() {
    server.otherwise(Script.answer("one two three four").usage(Script.Usage.NONE));
    Piece.Ended end = (Piece.Ended) read(account().open(prompt("q"))).getLast();
    assertThat(end.use().counted()).isFalse();
    assertThat(end.use().out()).isBetween(3L, 8L);
    assertThat(end.use().in()).isBetween(5L, 40L);
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE,LAST_CHUNK",
    "WITHOUT_DONE,EXTRA_CHUNK",
    "WITHOUT_DONE,NONE",
    "COMPLETE,NONE",
  })
  void isCompleteWithAFinishReason(Script.End end, Script.Usage usage) {
    server.otherwise(Script.answer("whole").end(end).usage(usage));
    assertThat(read(account().open(prompt("q"))).getLast()).isInstanceOf(Piece.Ended.class);
  }

  @Test
  void saysThatTheLengthWasBounded() {
    server.otherwise(Script.answer("who").finish("length"));
    Piece.Ended end = (Piece.Ended) read(account().open(prompt("q"))).getLast();
    assertThat(end.by()).isEqualTo(Piece.By.LENGTH);
  }

  @Test
  void sendsPictures() {
    Prompt prompt =
        new Prompt(
            null,
            List.of(
                new Prompt.Message(
                    Prompt.Role.USER,
                    "what is this?",
                    List.of(new Prompt.Picture("image/png", "iVBORw0KGgo=")))),
            null);
    assertThat(read(account().open(prompt)).getLast()).isInstanceOf(Piece.Ended.class);
    assertThat(server.generations().getFirst().question()).isEqualTo("what is this?");
  }

  @Test
  void readsAHugeAnswer() {
    server.otherwise(Script.answer("0123456789".repeat(100_000)).pace(1000, Duration.ZERO));
    assertThat(text(read(account().open(prompt("q"))))).hasSize(1_000_000);
  }

  @Test
  void aSlowReaderLosesNothing() throws Exception {
    server.otherwise(Script.answer("abc".repeat(5000)).pace(10, Duration.ZERO));
    AnswerStream stream = account(SHORT).open(prompt("q"));
    await().until(() -> server.generations().size() == 1);
    await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    assertThat(text(read(stream))).hasSize(15_000);
  }

  @Test
  void theAddressMayEndInASlash() {
    for (String end : List.of("/", "", "/chat/completions", "/responses", "//")) {
      OpenAiAccount account = account(settings(server.baseUrl() + end, Patience.DEFAULTS));
      assertThat(read(account.open(prompt("q"))).getLast()).isInstanceOf(Piece.Ended.class);
    }
  }

  @Test
  void followsNoRedirect() {
    server.next(
        new Script(
            307,
            Map.of("Location", server.baseUrl() + "/chat/completions"),
            "",
            "",
            Duration.ZERO,
            1,
            Script.End.COMPLETE,
            -1,
            Script.Usage.NONE,
            ""));
    assertThat(failure(read(account().open(prompt("q")))).kind()).isEqualTo(Kind.REFUSED);
    assertThat(server.generations()).hasSize(1);
  }
}
