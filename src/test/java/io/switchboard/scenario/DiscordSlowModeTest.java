package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A channel in slow mode. Discord says that bots are not bound by it; where it holds one to it all
 * the same, an answer of several messages comes later, and whole.
 */
class DiscordSlowModeTest extends Play {
  private static final String TEXT =
      IntStream.range(0, 600).mapToObj(i -> "word" + i + ".").collect(Collectors.joining(" "))
          + " THE END";

  private final DiscordStage discord = new DiscordStage();

  @Override
  Stage stage() {
    return discord;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 400, 429})
  void anAnswerIsWholeInTheEnd(int status) {
    line.account.when("long", Script.answer(TEXT).pace(20, Duration.ofMillis(10)));
    line.start("");
    discord.group().slowMode(3);
    discord.group().slowModeForBots(status);
    stage.sayInGroup("Ben", "long");
    see(() -> stage.inGroup("Ben"), "THE END", AGAIN);
    List<Seen> all = stage.inGroup("Ben");
    assertThat(all).hasSizeGreaterThan(2);
    String text = all.stream().map(Seen::text).collect(Collectors.joining("\n"));
    for (int i = 0; i < 600; i++) {
      assertThat(text).containsOnlyOnce("word" + i + ".");
    }
    stage.commandInGroup("Ben", "share", "");
    see(() -> stage.inGroup("Ben"), "Nothing is shared yet");
  }
}
