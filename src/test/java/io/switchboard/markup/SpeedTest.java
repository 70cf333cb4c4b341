package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A streaming edit of a long answer parses, renders and cuts it; it must not cost more than 2 ms.
 * Prints the figures; asserts only what a busy machine keeps.
 */
@Isolated
class SpeedTest {
  private static final int ROUNDS = 400;
  private static int sink;

  @Test
  void aLongAnswerIsQuick() {
    String source = Samples.rich(32_000);
    Document document = Markdown.parse(source);
    double parse = median("parse", source, Markdown::parse);
    String simple = source.replaceAll("(?s)<details>.*?</details>", "");
    GrowingMarkdown growing = new GrowingMarkdown();
    int[] length = {simple.length() - 4 * ROUNDS};
    double grow = median("growing", simple, s -> growing.parse(s.substring(0, length[0] += 4)));
    double html = median("html", document, Html::of);
    double plain = median("plain text", document, PlainText::of);
    double cut =
        median("cut", document, d -> Cut.into(d, part -> PlainText.of(part).length(), 4_000));
    double small =
        median("cut small", document, d -> Cut.into(d, part -> PlainText.of(part).length(), 2_000));
    System.out.printf(
        "32 KB, ms: parse %.2f, growing %.2f, html %.2f, plain %.2f, cut at 4,000 %.2f, at 2,000"
            + " %.2f%n",
        parse, grow, html, plain, cut, small);
    assertThat(parse + cut).isLessThan(20);
  }

  private static <A> double median(String what, A argument, Function<A, Object> work) {
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Object result = work.apply(argument);
      sink += result instanceof List<?> list ? list.size() : result.hashCode() & 1;
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    double[] last = Arrays.copyOfRange(times, ROUNDS / 2, ROUNDS);
    Arrays.sort(last);
    return last[last.length / 2];
  }
}
