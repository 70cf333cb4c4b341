package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of all lengths, on every platform. */
abstract class LongAnswersScenarioTest extends Play {
  private static Script longAnswer() {
    return Script.answer("First words. " + "And so on it goes. ".repeat(300) + "LAST WORDS")
        .pace(400, Duration.ofMillis(10));
  }

  @Test
  void pastTheBoundTheWholeIsOnAPage() {
    line.account.next(longAnswer());
    line.start("answers: {longest: 1000}");
    stage.say("Ben", "Tell me everything");
    Seen first = see(() -> stage.inPrivate("Ben"), "the whole of it is below", AGAIN);
    assertThat(first.text()).startsWith("First words.").doesNotContain("LAST WORDS");
    Seen where = see(() -> stage.inPrivate("Ben"), "The whole answer:");
    assertThat(stage.files(where)).containsExactly("Tell-me-everything.md");
    assertThat(new String(stage.contents(where).getFirst(), UTF_8))
        .startsWith("First words.")
        .endsWith("LAST WORDS");
    String link = where.links().getFirst();
    assertThat(line.get(link).body()).contains("First words.").contains("LAST WORDS");
    assertThat(stage.inPrivate("Ben")).hasSize(2);

    line.clock.step(Duration.ofDays(7).plusSeconds(1));
    assertThat(line.get(link).statusCode()).isEqualTo(404);
    line.sweep();
    see(() -> stage.inPrivate("Ben"), "The link has expired");
    see(() -> stage.inPrivate("Ben"), "First words.", AGAIN);
  }

  @Test
  void withoutABoundAllOfItIsInTheChat() {
    line.account.next(longAnswer());
    line.start("");
    stage.say("Ben", "Tell me everything");
    see(() -> stage.inPrivate("Ben"), "LAST WORDS", AGAIN);
    assertThat(stage.inPrivate("Ben").getFirst().text()).startsWith("First words.");
  }

  @Test
  void manyAtOnceInOneGroupShareWhatItTakes() {
    List<String> people = List.of("Ben", "Cleo", "Dan");
    line.account.otherwise(
        Script.answer("some words ".repeat(60) + "END{question}").pace(12, Duration.ofMillis(40)));
    line.start("");
    people.forEach(person -> stage.sayInGroup(person, "by" + person));
    people.forEach(person -> see(() -> stage.inGroup("Ada"), "ENDby" + person, AGAIN));
  }

  /** A group on Telegram takes twenty calls a minute, and all of them could be spent on growing. */
  @Test
  void theEndDoesNotWaitUntilMoreCallsAreTaken() {
    line.account.next(
        Script.answer("some words ".repeat(300) + "THE END").pace(12, Duration.ofMillis(100)));
    line.start("");
    stage.sayInGroup("Ben", "Tell me much");
    see(() -> stage.inGroup("Ben"), "THE END", AGAIN);
    long late = System.nanoTime() - line.account.generations().getFirst().endAt();
    assertThat(Duration.ofNanos(late)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void stopAndRetryWorkAfterARestart() {
    line.account.when("slow", Script.answer("word ".repeat(3000)).pace(5, Duration.ofMillis(20)));
    line.start("");
    stage.say("Ben", "slow one");
    see(() -> stage.inPrivate("Ben"), "word word", "Stop");
    line.restart();
    Seen growing = see(() -> stage.inPrivate("Ben"), "word word", "Stop");
    stage.press("Ben", growing, "Stop");
    Seen stopped = see(() -> stage.inPrivate("Ben"), "Stopped.", AGAIN);
    line.account.next(Script.answer("Another one."));
    line.restart();
    stage.press("Ben", stopped, AGAIN);
    see(() -> stage.inPrivate("Ben"), "Another one.", AGAIN);
    assertThat(stage.inPrivate("Ben").stream().filter(m -> m.buttons().contains("Stop"))).isEmpty();
  }
}

class LongAnswersOnDiscordTest extends LongAnswersScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class LongAnswersOnTelegramTest extends LongAnswersScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
