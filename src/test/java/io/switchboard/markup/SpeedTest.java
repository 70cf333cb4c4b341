package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A streaming edit of a long answer parses, renders and cuts it; it must not cost more than 2 ms.
 * Prints the figures, each of the quickest time, since others run beside; asserts only what a busy
 * machine keeps. {@code RenderingBench} measures.
 */
class SpeedTest {
  private static final int ROUNDS = 120;
  private static int sink;

  @Test
  void aLongAnswerIsQuick() {
    String source = Samples.rich(32_000);
    Document document = Markdown.parse(source);
    double parse = quickest("parse", source, Markdown::parse);
    String simple = source.replaceAll("(?s)<details>.*?</details>", "");
    GrowingMarkdown growing = new GrowingMarkdown();
    int[] length = {simple.length() - 4 * ROUNDS};
    double grow = quickest("growing", simple, s -> growing.parse(s.substring(0, length[0] += 4)));
    double html = quickest("html", document, Html::of);
    double plain = quickest("plain text", document, PlainText::of);
    double cut =
        quickest("cut", document, d -> Cut.into(d, part -> PlainText.of(part).length(), 4_000));
    double small =
        quickest(
            "cut small", document, d -> Cut.into(d, part -> PlainText.of(part).length(), 2_000));
    System.out.printf(
        "32 KB, ms: parse %.2f, growing %.2f, html %.2f, plain %.2f, cut at 4,000 %.2f, at 2,000"
            + " %.2f%n",
        parse, grow, html, plain, cut, small);
    assertThat(parse + cut).isLessThan(30);
  }

  private static <A> double quickest(String what, A argument, Function<A, Object> work) {
    double quickest = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Object result = work.apply(argument);
      sink += result instanceof List<?> list ? list.size() : result.hashCode() & 1;
      quickest = Math.min(quickest, (System.nanoTime() - start) / 1e6);
    }
    return quickest;
  }
}
