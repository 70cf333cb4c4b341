package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.parse.OpenEnd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that is still being written shows no signs that will mean something else in the end. */
class UnfinishedTest {
  private static String shown(String text) {
    return PlainText.of(new GrowingMarkdown().parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          So **bold wor               ¦ So **bold wor**
          So **bold words*            ¦ So **bold words**
          So **bold words**           ¦ So **bold words**
          So **bold *both             ¦ So **bold *both***
          So **                       ¦ So
          _one word_ and _an          ¦ _one word_ and _an_
          snake_case and _x           ¦ snake_case and _x_
          2*3 and 4                   ¦ 2*3 and 4
          in C: char *p               ¦ in C: char *p*
          ~~gone, ~a                  ¦ ~~gone, ~a~~
          run `ls -l                  ¦ run `ls -l`
          run `                       ¦ run
          run ``a ` b                 ¦ run ``a ` b``
          see [the lab                ¦ see the lab
          see [the label]             ¦ see the label
          see [the label](https://ex  ¦ see the label
          see [a](https://x.org) **b  ¦ see [a](https://x.org) **b**
          an ![image](https://ex      ¦ an image
          in [0, 1                    ¦ in [0, 1
          array[i                     ¦ array[i
          said so[^no                 ¦ said so
          with $x^2                   ¦ with
          with $x^2$ and $            ¦ with $x^2$ and
          it costs $5 and             ¦ it costs $5 and
          so \\(a_1                   ¦ so
          **so \\(a_1                 ¦ **so**
          so $$\\frac{1}              ¦ so
          a lone \\                   ¦ a lone
          fish &am                    ¦ fish
          then <thi                   ¦ then
          3 < 4                       ¦ 3 < 4
          """)
  void wordsThatAreOpenAreClosedOrWait(String written, String read) {
    assertThat(OpenEnd.mended(written).strip()).isEqualTo(read);
    assertThat(OpenEnd.mended("Before.\n\n- " + written).strip()).isEqualTo("Before.\n\n- " + read);
  }

  @Test
  void linesThatMayBecomeSomethingElseWait() {
    for (String sign :
        List.of("#", "##", "-", "*", "1.", ">", "---", "===", "- [", "- [x]", "```", "``", "~~")) {
      assertThat(shown("Words\n\n" + sign)).as(sign).isEqualTo("Words");
      assertThat(shown("Words\n" + sign)).as(sign).isEqualTo("Words");
    }
    assertThat(shown("- one\n- two\n-")).isEqualTo("• one\n• two");
    assertThat(shown("42")).isEqualTo("42");
  }

  @Test
  void codeIsShownByWholeSigns() {
    assertThat(shown("So:\n\n```java")).isEqualTo("So:");
    assertThat(shown("So:\n\n```java\n")).isEqualTo("So:");
    assertThat(shown("So:\n\n```java\nint **a")).contains("int **a").doesNotContain("a**");
    assertThat(shown("So:\n\n```java\nint a;\n``")).doesNotContain("`");
    assertThat(shown("1. So:\n\n   ```\n   int a;\n   `")).doesNotContain("`");
    assertThat(shown("So:\n\n```java\nint a;\n```")).contains("int a;").doesNotContain("`");
  }

  @Test
  void tablesComeRowByRow() {
    String table = "So:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n";
    List<Integer> rows = new ArrayList<>();
    for (int i = 5; i <= table.length(); i++) {
      String shown = shown(table.substring(0, i));
      assertThat(shown).doesNotContain("|");
      rows.add((int) shown.lines().filter(l -> l.contains("│")).count());
    }
    assertThat(rows).isSorted().contains(0, 2, 3).doesNotContain(1);
    assertThat(shown("|x| is never")).isEmpty();
    assertThat(shown("|x| is never\nnegative")).contains("|x| is never");
  }

  @Test
  void foldsAndThoughtsShowNoTags() {
    String text = "So.\n\n<details><summary>More</summary>\n\nHidden\n\n</details>\n\nAfter.";
    for (int i = 0; i <= text.length(); i++) {
      assertThat(shown(text.substring(0, i))).doesNotContain("<").doesNotContain(">");
    }
    String thought = "<think>Hm, **so**\n\n- a</think>\n\nYes.";
    for (int i = 0; i <= thought.length(); i++) {
      assertThat(shown(thought.substring(0, i))).doesNotContain("<").doesNotContain("**");
    }
  }

  @Test
  void marksOfFootnotesDoNotWaitForTheFootnotes() {
    assertThat(shown("So it is[^1], they say.")).isEqualTo("So it is[1], they say.");
    assertThat(PlainText.of(Markdown.parse("So it is[^1], they say."))).contains("[^1]");
  }

  @Test
  void halfACharacterIsNoCharacter() {
    assertThat(shown("Yes \ud83d")).isEqualTo("Yes");
    assertThat(shown("Yes \ud83d\ude00")).isEqualTo("Yes \ud83d\ude00");
  }

  /** What was read stays as it was read, up to the word that is being written. */
  @Test
  void nothingIsTakenBackWhileARichTextGrows() {
    String text = Samples.RICH;
    List<String> taken = new ArrayList<>();
    String before = "";
    for (int i = 1; i <= text.length(); i++) {
      String now = letters(shown(text.substring(0, i)));
      if (!now.startsWith(before)) {
        taken.add(text.substring(Math.max(0, i - 30), i) + ": " + before + " -> " + now);
      }
      before = now;
    }
    assertThat(taken).isEmpty();
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s─┼│]+", "");
  }
}
