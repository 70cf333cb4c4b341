package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.testutil.example.Example;
import org.junit.jupiter.api.Test;

/** Documents written as Markdown read as the same documents. */
class MarkdownTextTest {
  @Test
  void aRichTextComesBack() {
    Document document = Markdown.parse(Samples.RICH);
    assertThat(Markdown.parse(MarkdownText.of(document))).isEqualTo(document);
  }

  @Test
  void theExamplesOfTheSpecificationsComeBack() {
    List<String> odd = new ArrayList<>();
    int differ = 0;
    List<Example> examples = Samples.examples();
    for (Example example : examples) {
      Document document = Markdown.parse(example.getSource());
      String written = MarkdownText.of(document);
      Document again = Markdown.parse(written);
      differ += again.equals(document) ? 0 : 1;
      if (!Samples.letters(again).equals(Samples.letters(document))) {
        odd.add(
            example
                + "\n"
                + example.getSource()
                + "\n--- written\n"
                + written
                + "\n"
                + document
                + "\n"
                + again);
      }
    }
    System.out.println(
        "written and read again: "
            + examples.size()
            + " examples, "
            + differ
            + " with another structure, "
            + odd.size()
            + " with other text");
    odd.stream().limit(12).forEach(System.out::println);
    assertThat(odd.size()).isLessThan(12);
  }
}
