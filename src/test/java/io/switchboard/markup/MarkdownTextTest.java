package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
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

  @Property(tries = 1000)
  void escapedTextIsItself(@ForAll @StringLength(max = 40) String text) {
    // What can never be in a text: the parser replaces it.
    String possible = text.replace("\0", "");
    Document document = Markdown.parse("x" + Markdown.escape(possible) + "x");
    assertThat(document.blocks())
        .containsExactly(new Block.Paragraph(List.of(new Inline.Text("x" + possible + "x"))));
  }

  @Test
  void escapedTextActsNowhere() {
    for (String text :
        List.of(
            "# a",
            "- a",
            "1. a",
            "> a",
            "```",
            "    a",
            "***",
            "<think>a",
            "<br>",
            "[a](b)",
            "a|b",
            "$x$",
            "\\(x\\)",
            "https://x.org",
            "www.x.org",
            "a@b.org",
            "@everyone",
            "a\nb",
            "a\n\nb",
            " a ",
            "a  \nb",
            "&amp;",
            "~~a~~",
            "[^1]",
            "[ ] a",
            "---",
            "\ta",
            "a\\",
            "$$",
            "\\[")) {
      assertThat(Markdown.parse(Markdown.escape(text))).isEqualTo(Document.plain(text));
      assertThat(Samples.letters(Markdown.parse("a **" + Markdown.escape(text) + "** b")))
          .contains(text.replaceAll("\\s", ""));
    }
  }
}
