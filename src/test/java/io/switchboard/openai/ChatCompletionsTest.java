package io.switchboard.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import org.junit.jupiter.api.Test;

/** Answers by chat completions. */
class ChatCompletionsTest extends OpenAiAccountTest {
  @Override
  OpenAiSettings.Api api() {
    return OpenAiSettings.Api.CHAT;
  }

  @Test
  void doesWithoutWhatAServerDoesNotKnow() {
    server.unknownParameter("stream_options").unknownParameter("max_tokens");
    server.model("old-model");
    OpenAiAccount account = account();
    Prompt bounded = new Prompt("old-model", prompt("q").messages(), 100);
    assertThat(read(account.open(bounded)).getLast()).isInstanceOf(Piece.Ended.class);
    assertThat(read(account.open(bounded)).getLast()).isInstanceOf(Piece.Ended.class);
    assertThat(server.generations())
        .hasSize(2)
        .allSatisfy(
            asked -> {
              assertThat(asked.request().has("stream_options")).isFalse();
              assertThat(asked.request().path("max_completion_tokens").asInt()).isEqualTo(100);
            });
  }
}
