package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.commonmark.testutil.example.Example;
import org.junit.jupiter.api.Test;

/** Streaming sends every beginning of a text: each can be read and shown. */
class EveryBeginningTest {
  private static final List<String> EXAMPLES =
      Samples.examples().stream().map(Example::getSource).toList();

  private static void show(String markdown) {
    Document document = Markdown.parse(markdown);
    PlainText.of(document);
    Html.of(document);
    MarkdownText.of(document);
    Excerpt.firstLine(document, 50);
  }

  @Test
  void everyBeginningOfARichText() {
    for (int i = 0; i <= Samples.RICH.length(); i++) {
      String beginning = Samples.RICH.substring(0, i);
      assertThatCode(() -> show(beginning)).as(beginning).doesNotThrowAnyException();
    }
  }

  @Test
  void everyBeginningOfEveryExample() {
    for (String example : EXAMPLES) {
      for (int i = 0; i <= Math.min(300, example.length()); i++) {
        show(example.substring(0, i));
      }
    }
  }

  @Property(tries = 500)
  void examplesCutAndGlued(@ForAll("glued") String markdown) {
    show(markdown);
  }

  @Property(tries = 150)
  void readingOnIsReadingAnew(
      @ForAll("glued") String markdown, @ForAll @IntRange(min = 1, max = 9) int step) {
    String text = markdown.replace("]:", "] ").replace("details", "d");
    GrowingMarkdown growing = new GrowingMarkdown();
    for (int i = 0; i <= text.length(); i += step) {
      String beginning = text.substring(0, i);
      Document anew = new GrowingMarkdown().parse(beginning);
      assertThat(growing.parse(beginning)).as(beginning).isEqualTo(anew);
    }
    assertThat(growing.parse(markdown)).isEqualTo(new GrowingMarkdown().parse(markdown));
  }

  @Test
  void aRichTextIsReadOn() {
    String text = Samples.rich(8_000);
    GrowingMarkdown growing = new GrowingMarkdown();
    for (int i = 0; i <= text.length(); i += 7) {
      String beginning = text.substring(0, i);
      assertThat(growing.parse(beginning)).isEqualTo(new GrowingMarkdown().parse(beginning));
    }
    // A whole text is no different, where nothing may still come.
    assertThat(growing.parse(text + "\n\nThe end.").and(Document.plain("")).blocks())
        .startsWith(Markdown.parse(text).blocks().toArray(Block[]::new));
  }

  @Provide
  Arbitrary<String> glued() {
    return Arbitraries.randomValue(EveryBeginningTest::glue);
  }

  private static String glue(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      String example =
          random.nextInt(6) == 0 ? Samples.RICH : EXAMPLES.get(random.nextInt(EXAMPLES.size()));
      int from = random.nextInt(example.length() + 1);
      text.append(example, from, from + random.nextInt(example.length() - from + 1));
    }
    return text.toString();
  }

  @Test
  void lettersStayWhileTheTextGrows() {
    String prose = "One *two* three [four](https://x.org) `five` six.\n\n- seven\n- eight\n";
    assertThat(Samples.letters(Markdown.parse(prose)))
        .isEqualTo("Onetwothreefourfivesix.seveneight");
  }
}
