package io.switchboard.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.config.Secret;
import io.switchboard.fake.openai.FakeOpenAi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** An account and the server it asks, which speaks real HTTP. */
@Timeout(240)
abstract class AccountBench {
  /** Waits for the first word as long as a busy machine may take, and for the next not so long. */
  static final Patience SHORT = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(2));

  final FakeOpenAi server = FakeOpenAi.start();
  private final OpenAiClient client = new OpenAiClient();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  abstract OpenAiSettings.Api api();

  OpenAiAccount account() {
    return account(Patience.DEFAULTS);
  }

  OpenAiAccount account(Patience patience) {
    return account(settings(patience));
  }

  OpenAiAccount account(OpenAiSettings settings) {
    return new OpenAiAccount(settings, client, InstantSource.system());
  }

  OpenAiSettings settings(Patience patience) {
    return settings(server.baseUrl(), patience);
  }

  OpenAiSettings settings(String url, Patience patience) {
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
