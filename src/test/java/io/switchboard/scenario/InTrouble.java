package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An answer of many words that can be told apart, and whether each of them is there once. */
abstract class InTrouble extends Play {
  private static final int WORDS = 110;

  /** Many words, and an end that is known again. */
  static String words(int many) {
    return IntStream.range(0, many).mapToObj(i -> "word" + i + ".").collect(Collectors.joining(" "))
        + " THE END";
  }

  /**
   * The account answers whatever begins with {@code slow}, little by little.
   *
   * @param before what the answer begins with
   */
  final void begin(String before) {
    Script answer = Script.answer(before + words(WORDS)).pace(6, Duration.ofMillis(30));
    line.account.when("slow", answer);
    line.start("");
  }

  /** In the end the whole answer is there, once, and nothing that was shown meanwhile. */
  final void wholeOnce(Supplier<List<Seen>> where) {
    see(where, "THE END", AGAIN);
    await()
        .untilAsserted(
            () -> {
              eachOnce(where, WORDS);
              assertThat(where.get()).noneMatch(this::passing);
            });
  }

  static void eachOnce(Supplier<List<Seen>> where, int words) {
    String text = where.get().stream().map(Seen::text).collect(Collectors.joining("\n"));
    for (int i = 0; i < words; i++) {
      assertThat(text).containsOnlyOnce("word" + i + ".");
    }
  }

  /** Whether a message is one that stands only while an answer grows. */
  boolean passing(Seen message) {
    return message.buttons().contains("Stop") || message.text().equals("…");
  }

  /** The account draws. */
  final void drawing() {
    line.accounts(
            "[{name: main, baseUrl: \"%s\", apiKey: \"%s\", imageModel: gpt-image-1}]"
                .formatted(line.account.baseUrl(), FakeOpenAi.KEY))
        .start("");
  }
}
