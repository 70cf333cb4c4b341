package io.switchboard.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How an answer ends that does not come whole, by both ways of asking. */
@ParameterizedClass
@EnumSource(OpenAiSettings.Api.class)
class EndingsTest extends AccountBench {
  @Parameter OpenAiSettings.Api api;

  @Override
  OpenAiSettings.Api api() {
    return api;
  }

  @Test
  void anEndlessRefusalIsNotKept() {
    server.next(Script.refuse(500, "{\"error\":{\"message\":\"" + "x".repeat(3_000_000) + "\"}}"));
    assertThat(failure(read(account().open(prompt("q")))))
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
              assertThat(failure.detail()).hasSizeLessThan(400);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "UNFINISHED,CUT_OFF",
    "CUT,CUT_OFF",
    "HANG,STALLED",
    "COMMENTS,STALLED",
    "ERROR,UNAVAILABLE",
    "FAILED,UNAVAILABLE",
  })
  void tellsABrokenAnswerFromAWholeOne(Script.End end, Kind kind) {
    server.otherwise(Script.answer("never whole").endAfter(5, end));
    OpenAiAccount account = kind == Kind.STALLED ? account(SHORT) : account();
    List<Piece> pieces = read(account.open(prompt("q")));
    assertThat(text(pieces)).isEqualTo("never");
    assertThat(failure(pieces).kind()).isEqualTo(kind);
    assertThat(failure(pieces).passing()).isTrue();
    await().until(() -> server.runningNow() == 0);
  }

  @Test
  void givesUpOnSilence() {
    server.otherwise(Script.silent());
    Patience little = new Patience(Duration.ofMillis(400), Duration.ofSeconds(20));
    assertThat(failure(read(account(little).open(prompt("q")))).kind()).isEqualTo(Kind.STALLED);
    await().until(() -> server.aborted() == 1);
  }

  @Test
  void abortsWhileWaitingForTheHead() throws Exception {
    server.otherwise(Script.silent());
    AnswerStream stream = account().open(prompt("q"));
    var pieces = CompletableFuture.supplyAsync(() -> read(stream));
    await().until(() -> server.runningNow() == 1);
    stream.close();
    assertThat(failure(pieces.get()).kind()).isEqualTo(Kind.STOPPED);
    await().atMost(Duration.ofMinutes(4)).until(() -> server.aborted() == 1);
  }

  @Test
  void abortsInTheMiddle() throws Exception {
    server.otherwise(Script.answer("x".repeat(100_000)).pace(5, Duration.ofMillis(2)));
    AnswerStream stream = account().open(prompt("q"));
    assertThat(stream.next()).isInstanceOf(Piece.Text.class);
    var rest = CompletableFuture.supplyAsync(() -> read(stream));
    stream.close();
    assertThat(failure(rest.get()).kind()).isEqualTo(Kind.STOPPED);
    await().atMost(Duration.ofMinutes(4)).until(() -> server.aborted() == 1);
    assertThat(stream.next()).isEqualTo(rest.get().getLast());
  }

  @Test
  void abortsWithoutAReader() {
    server.otherwise(Script.answer("x".repeat(100_000)).pace(5, Duration.ofMillis(2)));
    AnswerStream stream = account().open(prompt("q"));
    await().until(() -> server.runningNow() == 1);
    stream.close();
    await().atMost(Duration.ofMinutes(4)).until(() -> server.aborted() == 1);
    assertThat(failure(read(stream)).kind()).isEqualTo(Kind.STOPPED);
  }

  @Test
  void anInterruptStops() throws Exception {
    server.otherwise(Script.silent());
    AnswerStream stream = account().open(prompt("q"));
    var pieces = new CompletableFuture<List<Piece>>();
    Thread reader = Thread.ofVirtual().start(() -> pieces.complete(read(stream)));
    await().until(() -> server.runningNow() == 1);
    reader.interrupt();
    assertThat(failure(pieces.get()).kind()).isEqualTo(Kind.STOPPED);
    await().until(() -> server.aborted() == 1);
  }

  @Test
  void honoursRetryAfter() {
    server.next(Script.busy(7));
    assertThat(failure(read(account().open(prompt("q")))))
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.BUSY);
              assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
            });
  }

  @Test
  void knowsTheRefusals() {
    server.next(
        Script.outOfMoney(),
        Script.refuse(500, "<html><head><style>b{}</style></head><h1>Oops</h1></html>"),
        Script.refuse(529, "overloaded_error", "", "Overloaded"),
        Script.refuse(400, "invalid_request_error", "context_length_exceeded", "too long"));
    OpenAiAccount account = account();
    List<Failure> failures = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      failures.add(failure(read(account.open(prompt("q")))));
    }
    assertThat(failures)
        .extracting(Failure::kind)
        .containsExactly(Kind.OUT_OF_MONEY, Kind.UNAVAILABLE, Kind.UNAVAILABLE, Kind.TOO_LONG);
    assertThat(failures.get(1).detail()).isEqualTo("HTTP 500: Oops");
    assertThat(failure(read(account.open(new Prompt("no-such", prompt("q").messages(), null)))))
        .extracting(Failure::kind)
        .isEqualTo(Kind.NO_SUCH_MODEL);
  }

  @Test
  void neverRepeatsTheKey() {
    server.key("sk-another-key-0123456789");
    Failure failure = failure(read(account().open(prompt("q"))));
    assertThat(failure.kind()).isEqualTo(Kind.KEY_REFUSED);
    assertThat(failure.toString()).doesNotContain(FakeOpenAi.KEY).contains("(secret)");
    assertThat(settings(Patience.DEFAULTS).toString()).doesNotContain(FakeOpenAi.KEY);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    server.close();
    assertThat(failure(read(account().open(prompt("q")))).kind()).isEqualTo(Kind.UNAVAILABLE);
  }
}
