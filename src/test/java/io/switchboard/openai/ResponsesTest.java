package io.switchboard.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.fake.openai.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers by the Responses API. */
class ResponsesTest extends OpenAiAccountTest {
  @Override
  OpenAiSettings.Api api() {
    return OpenAiSettings.Api.RESPONSES;
  }

  @Test
  void doesWithoutNamesNumbersAndIndexes() {
    server.bareEvents();
    server.otherwise(Script.answer("whole").reasoning("hm").pace(1, Duration.ZERO));
    List<Piece> pieces = read(account().open(prompt("q")));
    assertThat(text(pieces)).isEqualTo("whole");
    assertThat(pieces.getLast()).isInstanceOf(Piece.Ended.class);
  }

  @Test
  void whatTheFilterTookAwayIsARefusal() {
    server.otherwise(Script.answer("").finish("content_filter"));
    assertThat(failure(read(account().open(prompt("q")))).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void nothingIsToBeKeptThere() {
    read(account().open(prompt("q")));
    var request = server.generations().getFirst().request();
    assertThat(request.path("store").asBoolean(true)).isFalse();
    assertThat(request.path("instructions").asText()).isEqualTo("Be brief.");
    assertThat(request.path("input")).hasSize(1);
  }

  @Test
  void doesWithoutWhatAServerDoesNotKnow() {
    server.unknownParameter("store");
    Prompt bounded = new Prompt(null, prompt("q").messages(), 3);
    OpenAiAccount account = account();
    for (int i = 0; i < 2; i++) {
      assertThat(read(account.open(bounded)).getLast()).isInstanceOf(Piece.Ended.class);
    }
    assertThat(server.generations())
        .hasSize(2)
        .allSatisfy(
            asked -> {
              assertThat(asked.request().has("store")).isFalse();
              assertThat(asked.request().path("max_output_tokens").asInt()).isEqualTo(16);
            });
  }

  @Test
  void aConversationIsSentInItsOrder() {
    Prompt prompt =
        new Prompt(
            null,
            List.of(
                Prompt.Message.of(Prompt.Role.SYSTEM, "Be brief."),
                Prompt.Message.of(Prompt.Role.USER, "one"),
                Prompt.Message.of(Prompt.Role.ASSISTANT, "two"),
                Prompt.Message.of(Prompt.Role.USER, "three")),
            null);
    assertThat(read(account().open(prompt)).getLast()).isInstanceOf(Piece.Ended.class);
    var input = server.generations().getFirst().request().path("input");
    assertThat(input.findValuesAsText("role")).containsExactly("user", "assistant", "user");
    assertThat(input.findValuesAsText("content")).containsExactly("one", "two", "three");
  }
}
