package io.switchboard.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that just fit a message, or just do not, and answers beyond every bound. */
class EdgesTest {
  private static final String FAMILY = "👩‍👩‍👧‍👦";

  private static String words(int length) {
    return "word ".repeat(length / 5 + 1).substring(0, length - 1) + "s";
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void atTheEdgeOfAMessage(Platform platform) {
    int bound = platform.bound();
    for (int length = bound - 2; length <= bound + 2; length++) {
      int least = length <= bound ? 1 : 2;
      for (String text :
          List.of(
              words(length),
              "x".repeat(length),
              "x".repeat(length - 1 - FAMILY.length()) + FAMILY + "x",
              "x".repeat(length - FAMILY.length()) + FAMILY,
              words(length - 4) + " 😀x",
              words(length - 2) + "😀")) {
        assertThat(text).hasSize(length);
        assertThat(platform.difference(text)).isEmpty();
        assertThat(platform.messages(text))
            .as(length + text.substring(length - 20))
            .isEqualTo(least);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\n~~~\n](http://t)",
        "``*[`*`](x)*",
        "[r\nwww.e.[]",
        "[^1]:`\n-#",
        "[^1]:`\n-#f",
        "\\[a [b\\](http://t) [c[d](http://t)"
      })
  void signsThatMeetOverBlocksDoNotAct(String text) {
    for (Platform platform : Platform.values()) {
      assertThat(platform.difference(text)).isEmpty();
    }
  }

  private static String table(int columns, int rows) {
    String row =
        IntStream.range(0, columns)
            .mapToObj(i -> "c" + i)
            .collect(Collectors.joining("|", "|", "|"));
    return row + "\n" + "|---".repeat(columns) + "|\n" + (row + "\n").repeat(rows);
  }

  private static String footnotes(int many) {
    return IntStream.range(0, many)
            .mapToObj(i -> "word" + i + "[^" + i + "]")
            .collect(Collectors.joining(" "))
        + "\n\n"
        + IntStream.range(0, many)
            .mapToObj(i -> "[^" + i + "]: note " + i)
            .collect(Collectors.joining("\n"));
  }

  private static String lists(int deep) {
    return IntStream.range(0, deep)
        .mapToObj(i -> "  ".repeat(i) + "- level " + i)
        .collect(Collectors.joining("\n"));
  }

  private static String folds(int deep) {
    return "<details><summary>more</summary>\n\n".repeat(deep)
        + "in"
        + "\n\n</details>".repeat(deep);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void beyondEveryBound(Platform platform) {
    String word = "x".repeat(10_000);
    List<Named<String>> all =
        List.of(
            Named.of("footnotes", footnotes(1_000)),
            Named.of("20 columns", table(20, 3)),
            Named.of("21 columns", table(21, 3)),
            Named.of("40 columns", table(40, 3)),
            Named.of("1000 rows", table(3, 1_000)),
            Named.of("1000 rows of 40 columns", table(40, 1_000)),
            Named.of("lists 17", lists(17)),
            Named.of("lists 40", lists(40)),
            Named.of("quotes 17", "> ".repeat(17) + "deep"),
            Named.of("quotes 40", "> ".repeat(40) + "deep"),
            Named.of("quotes and lists", "> - ".repeat(40) + "deep"),
            Named.of("long quotes", "> ".repeat(40) + "deep words ".repeat(2_000)),
            Named.of("folds", folds(40)),
            Named.of("word", word),
            Named.of("bold word", "**" + word + "**"),
            Named.of("linked word", "[" + word + "](https://example.org/a)"),
            Named.of("code word", "`" + word + "`"),
            Named.of("word in a block", "```js\n" + word + "\n```"),
            Named.of("word in an item", "- " + word),
            Named.of("word in a cell", "| a | b |\n|---|---|\n| " + word + " | c |"),
            Named.of("heading", "# " + word),
            Named.of("formula", "$$" + "x+".repeat(5_000) + "x$$"),
            Named.of("address", "https://example.org/" + word.substring(8_500)),
            Named.of("summary", "<details><summary>" + word + "</summary>\n\nin\n\n</details>"),
            Named.of("family", FAMILY.repeat(2_000)),
            Named.of("zalgo", "a" + "\u0301".repeat(9_000)),
            Named.of("items", "- a\n".repeat(2_000)),
            Named.of("rules", "---\n\n".repeat(1_000) + "x"),
            Named.of("styles", "***~~a~~*** ".repeat(3_000)));
    StringBuilder wrong = new StringBuilder();
    all.forEach(one -> wrong.append(told(platform, one)));
    assertThat(wrong.toString()).isEmpty();
  }

  /** What is wrong with it; the reader's patterns go deep, so it has a deep stack. */
  private static String told(Platform platform, Named<String> text) {
    FutureTask<String> reading = new FutureTask<>(() -> platform.difference(text.getPayload()));
    new Thread(null, reading, "reading", 256L << 20).start();
    try {
      String difference = reading.get();
      return difference.isEmpty() ? "" : text.getName() + ": " + start(difference) + "\n";
    } catch (ExecutionException refused) {
      return text.getName() + " refused: " + start(refused.getCause().toString()) + "\n";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String start(String text) {
    return text.substring(0, Math.min(600, text.length()));
  }
}
