package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said under an answer that the account ended, by both ways of asking. */
abstract class EndsScenarioTest extends Play {
  private static final String TEXT = "Once upon a time there was a";
  private static final String FILTERED = "The account’s filter ended the answer here.";
  private static final String LENGTH = "this is the longest answer it gives";

  private void start(String api) {
    line.accounts(
        "[{name: main, api: %s, baseUrl: \"%s\", apiKey: \"%s\"}]"
            .formatted(api, line.account.baseUrl(), FakeOpenAi.KEY));
    line.start("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "responses"})
  void whatAFilterCutIsKeptAndTold(String api) {
    start(api);
    line.account.next(Script.answer(TEXT).finish("content_filter"));
    stage.say("Ben", "Tell me a story");
    Seen answer = see(() -> stage.inPrivate("Ben"), FILTERED, AGAIN);
    assertThat(answer.text()).startsWith(TEXT);
    stage.say("Ben", "Go on");
    see(() -> stage.inPrivate("Ben"), "Answer to: Go on", AGAIN);
    assertThat(line.account.answersFor("Go on").getFirst().request().toString())
        .contains(TEXT)
        .doesNotContain("filter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "responses"})
  void whatAFilterStoppedAtOnceIsARefusalThatCostsNothing(String api) {
    start(api);
    line.account.next(Script.answer("").finish("content_filter"));
    stage.say("Ben", "Tell me a secret");
    Seen answer = see(() -> stage.inPrivate("Ben"), "The account refused this question.", AGAIN);
    assertThat(answer.text()).contains("Nothing was charged");
    stage.press("Ben", answer, AGAIN);
    see(() -> stage.inPrivate("Ben"), "Answer to: Tell me a secret", AGAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "responses"})
  void whatIsTooLongIsKeptAndTold(String api) {
    start(api);
    line.account.next(Script.answer(TEXT).finish("length"));
    stage.say("Ben", "Tell me a story");
    Seen answer = see(() -> stage.inPrivate("Ben"), LENGTH, AGAIN);
    assertThat(answer.text()).startsWith(TEXT);
    line.account.next(Script.answer("").reasoning("Hm, hm").finish("length"));
    stage.say("Ben", "Another");
    Seen none = see(() -> stage.inPrivate("Ben"), "Hm, hm", AGAIN);
    assertThat(none.text()).contains(LENGTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "responses"})
  void aModelThatDeclinesIsQuoted(String api) {
    start(api);
    String refusal =
        api.equals("chat")
            ? """
            data: {"choices":[{"index":0,"delta":{"role":"assistant","content":null,"refusal":""}}]}

            data: {"choices":[{"index":0,"delta":{"refusal":"I must not "}}]}

            data: {"choices":[{"index":0,"delta":{"refusal":"say that."}}]}

            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]

            """
            : """
            event: response.refusal.delta
            data: {"type":"response.refusal.delta","item_id":"m","content_index":0,"delta":"I must not "}

            event: response.refusal.delta
            data: {"type":"response.refusal.delta","item_id":"m","content_index":0,"delta":"say that."}

            event: response.refusal.done
            data: {"type":"response.refusal.done","item_id":"m","refusal":"I must not say that."}

            event: response.completed
            data: {"type":"response.completed","response":{"status":"completed","output":[]}}

            """;
    line.account.next(Script.raw("text/event-stream", refusal, 20));
    stage.say("Ben", "Tell me how");
    Seen answer = see(() -> stage.inPrivate("Ben"), "I must not say that.", AGAIN);
    assertThat(answer.text().strip()).isEqualTo("I must not say that.");
  }
}

class EndsOnDiscordTest extends EndsScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class EndsOnTelegramTest extends EndsScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
