package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account may write that nobody has thought of, on every platform: it arrives whole. */
abstract class OddAnswersScenarioTest extends Play {
  /** As it stands in the account's JSON. */
  private static Script stream(String... pieces) {
    StringBuilder events = new StringBuilder();
    for (String piece : pieces) {
      events
          .append("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,")
          .append("\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"")
          .append(piece)
          .append("\"},\"finish_reason\":null}]}\n\n");
    }
    events
        .append("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,")
        .append("\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},")
        .append("\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
    return Script.raw("text/event-stream", events.toString(), 64);
  }

  private String answered(Script script) {
    line.account.next(script);
    line.start("");
    stage.say("Ben", "Something odd");
    see(() -> stage.inPrivate("Ben"), "THE END", AGAIN);
    await()
        .until(() -> stage.inPrivate("Ben").stream().noneMatch(m -> m.buttons().contains("Stop")));
    return stage.inPrivate("Ben").stream().map(Seen::text).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a null \\u0000 sign",
        "half a pair \\ud83d and the other \\ude00 half",
        "right \\u202e to \\u2066 left",
        "nothing\\u200b\\u2060\\ufeff wide",
        "other \\u0007\\u001b[31m controls \\u0085\\u2028\\u2029 here",
        "@everyone @here <@1> <@&2> <#3> [x](javascript:alert(1)) <tg-spoiler>",
        "not a character \\ufffe\\uffff at all",
      })
  void signsThatActOrShowNothing(String odd) {
    String all = answered(stream("It begins. " + odd + " ", "and goes on. THE END"));
    assertThat(all).containsOnlyOnce("It begins.").containsOnlyOnce("and goes on.");
  }

  @Test
  void aPairOfSignsThatComesInTwoPieces() {
    String all = answered(stream("It smiles: \\ud83d", "\\ude00, that is all. THE END"));
    assertThat(all).contains("😀");
  }

  @Test
  void aLetterWithTenThousandMarks() {
    String marks = "\\u0301".repeat(10_000);
    String all = answered(stream("It begins. a" + marks + " ", "and goes on. THE END"));
    assertThat(all).containsOnlyOnce("It begins.").containsOnlyOnce("and goes on.");
    assertThat(all.chars().filter(c -> c == '\u0301').count()).isEqualTo(10_000);
  }
}

class OddAnswersOnDiscordTest extends OddAnswersScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class OddAnswersOnTelegramTest extends OddAnswersScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
