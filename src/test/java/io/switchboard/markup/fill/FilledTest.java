package io.switchboard.markup.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FilledTest {
  private static Document filled(Function<Object[], String> message, String text) {
    return Filled.in((before, after) -> after, message, text);
  }

  @Property(tries = 1000)
  void whatIsFilledInIsItself(@ForAll @StringLength(max = 40) String text) {
    Document document = filled(blanks -> "x" + blanks[0] + "x", text);
    Block.Paragraph only = (Block.Paragraph) document.blocks().getFirst();
    assertThat(document.blocks()).hasSize(1);
    assertThat(only.text()).allMatch(inline -> inline instanceof Inline.Text);
    assertThat(
            only.text().stream()
                .map(inline -> ((Inline.Text) inline).text())
                .collect(Collectors.joining()))
        .isEqualTo("x" + text + "x");
  }

  @Test
  void whatIsFilledInActsNowhere() {
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
      Inline.Text itself = new Inline.Text(text);
      assertThat(filled(blanks -> (String) blanks[0], text).blocks())
          .containsExactly(new Block.Paragraph(List.of(itself)));
      assertThat(filled(blanks -> "a **" + blanks[0] + "** b", text).blocks())
          .containsExactly(
              new Block.Paragraph(
                  List.of(
                      new Inline.Text("a "),
                      new Inline.Strong(List.of(itself)),
                      new Inline.Text(" b"))));
    }
  }
}
