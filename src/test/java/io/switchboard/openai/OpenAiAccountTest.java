package io.switchboard.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.config.Secret;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account against a server that speaks real HTTP. */
@Timeout(30)
abstract class OpenAiAccountTest {
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(400), Duration.ofMillis(300));

  final FakeOpenAi server = FakeOpenAi.start();
  private final OpenAiClient client = new OpenAiClient();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void streamsAnAnswerAndItsUse() {
    server.otherwise(Script.answer("Hällo 🎉 {question}").pace(1, Duration.ZERO));
    List<Piece> pieces = read(account().open(prompt("wie geht's? 你好")));
    assertThat(text(pieces)).isEqualTo("Hällo 🎉 wie geht's? 你好");
    assertThat(pieces.getLast())
        .isInstanceOfSatisfying(
            Piece.Ended.class,
            end -> {
              assertThat(end.cut()).isFalse();
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
  void anEndlessRefusalIsNotKept() {
    server.next(Script.refuse(500, "{\"error\":{\"message\":\"" + "x".repeat(3_000_000) + "\"}}"));
    assertThat(failure(read(account().open(prompt("q")))))
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
              assertThat(failure.detail()).hasSizeLessThan(400);
            });
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
    assertThat(end.cut()).isTrue();
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
    List<Piece> pieces = read(account(SHORT).open(prompt("q")));
    assertThat(text(pieces)).isEqualTo("never");
    assertThat(failure(pieces).kind()).isEqualTo(kind);
    assertThat(failure(pieces).passing()).isTrue();
    await().until(() -> server.runningNow() == 0);
  }

  @Test
  void givesUpOnSilence() {
    server.otherwise(Script.silent());
    assertThat(failure(read(account(SHORT).open(prompt("q")))).kind()).isEqualTo(Kind.STALLED);
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
    await().atMost(Duration.ofSeconds(2)).until(() -> server.aborted() == 1);
  }

  @Test
  void abortsInTheMiddle() throws Exception {
    server.otherwise(Script.answer("x".repeat(100_000)).pace(5, Duration.ofMillis(2)));
    AnswerStream stream = account().open(prompt("q"));
    assertThat(stream.next()).isInstanceOf(Piece.Text.class);
    var rest = CompletableFuture.supplyAsync(() -> read(stream));
    stream.close();
    assertThat(failure(rest.get()).kind()).isEqualTo(Kind.STOPPED);
    await().atMost(Duration.ofSeconds(2)).until(() -> server.aborted() == 1);
    assertThat(stream.next()).isEqualTo(rest.get().getLast());
  }

  @Test
  void abortsWithoutAReader() {
    server.otherwise(Script.answer("x".repeat(100_000)).pace(5, Duration.ofMillis(2)));
    AnswerStream stream = account().open(prompt("q"));
    await().until(() -> server.runningNow() == 1);
    stream.close();
    await().atMost(Duration.ofSeconds(2)).until(() -> server.aborted() == 1);
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
    await().pollDelay(Duration.ofMillis(600)).until(() -> true);
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

  abstract OpenAiSettings.Api api();

  OpenAiAccount account() {
    return account(Patience.DEFAULTS);
  }

  private OpenAiAccount account(Patience patience) {
    return account(settings(patience));
  }

  private OpenAiAccount account(OpenAiSettings settings) {
    return new OpenAiAccount(settings, client, InstantSource.system());
  }

  private OpenAiSettings settings(Patience patience) {
    return settings(server.baseUrl(), patience);
  }

  private OpenAiSettings settings(String url, Patience patience) {
    return new OpenAiSettings(
        "main",
        url,
        Secret.of(FakeOpenAi.KEY),
        "gpt-5-mini",
        List.of(),
        api(),
        4,
        0,
        0,
        1,
        0,
        "whisper-1",
        "",
        OpenAiSettings.Speech.NONE,
        patience);
  }

  static Prompt prompt(String question) {
    return new Prompt(
        null,
        List.of(
            Prompt.Message.of(Prompt.Role.SYSTEM, "Be brief."),
            Prompt.Message.of(Prompt.Role.USER, question)),
        null);
  }

  static List<Piece> read(AnswerStream stream) {
    List<Piece> pieces = new ArrayList<>();
    do {
      pieces.add(stream.next());
    } while (pieces.getLast() instanceof Piece.Text || pieces.getLast() instanceof Piece.Thought);
    return pieces;
  }

  static String text(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text(String more)) {
        text.append(more);
      }
    }
    return text.toString();
  }

  static Failure failure(List<Piece> pieces) {
    assertThat(pieces.getLast()).isInstanceOf(Piece.Broken.class);
    return ((Piece.Broken) pieces.getLast()).failure();
  }
}
