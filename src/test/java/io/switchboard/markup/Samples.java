package io.switchboard.markup;

import java.util.List;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;

/** Texts for tests. */
final class Samples {
  private Samples() {}

  static final String RICH =
      """
      <think>
      The person wants **everything**.
      1. a list
      </think>

      # Heading with `code` and $x^2$

      A paragraph with *emphasis*, **strong with *both* in it**, ~~struck~~, a [link](https://example.org/a?b=c&d=e "t"),
      an ![image](https://example.org/i.png), https://bare.example/x and a footnote[^n]. Prices: $5 and $10.\\
      A hard break. 👩‍👩‍👧‍👦 and é and 汉字。한국어 문장입니다.

      - one
      - two
        1. inner
        2. more

           with a paragraph
      - [x] done
      - [ ] open

      3. three
      4. four

      | Name | Größe | 数量 |
      |:-----|:-----:|----:|
      | a `x` | **b** | 10<br>20 |
      | c \\| d | | 3 |

      > Quoted
      > > deeper
      >
      > - and a list

      ```python title
      def f(x):
          return "```" + x

      print(f(1))
      ```

          indented code

      $$
      \\int_0^1 x^2 \\, dx = \\frac{1}{3}
      $$

      So \\(a_b\\) and \\[ E = mc^2 \\] and &amp; &copy; \\* <b>html</b> &lt;.

      <details>
      <summary>More</summary>

      Inside *it*.

      </details>

      ---

      [^n]: The *note*.
      """;

  /** The examples of both specifications. */
  static List<Example> examples() {
    return Stream.of(TestResources.getSpec(), TestResources.getGfmSpec())
        .flatMap(spec -> ExampleReader.readExamples(spec).stream())
        .toList();
  }

  /** A rich answer of about so many characters. */
  static String rich(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(RICH.substring(RICH.indexOf("# Heading")).replace("[^n]", ""));
    }
    return text.substring(0, length);
  }

  /** What can be read, without blanks and without signs for lists and quotations. */
  static String letters(Document document) {
    StringBuilder letters = new StringBuilder();
    blocks(document.blocks(), letters);
    return letters.toString().replaceAll("\\s+", "");
  }

  private static void blocks(List<Block> blocks, StringBuilder to) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(List<Inline> text) -> running(text, to);
        case Block.Heading(int level, List<Inline> text) -> running(text, to);
        case Block.Code(String language, String code) -> to.append(code);
        case Block.Formula(String latex) -> to.append(latex);
        case Block.Quote(List<Block> inner) -> blocks(inner, to);
        case Block.Listing list -> list.items().forEach(item -> blocks(item.blocks(), to));
        case Block.Table table -> table.rows().forEach(r -> r.forEach(c -> running(c, to)));
        case Block.Rule rule -> to.append('—');
        case Block.Fold fold -> blocks(fold.blocks(), to);
        case Block.Footnote(String label, List<Block> inner) -> blocks(inner, to);
      }
    }
  }

  private static void running(List<Inline> text, StringBuilder to) {
    for (Inline piece : text) {
      switch (piece) {
        case Inline.Text(String t) -> to.append(t);
        case Inline.Code(String code) -> to.append(code);
        case Inline.Command command -> to.append(command.line());
        case Inline.Channel channel -> to.append(channel.anywhere());
        case Inline.Formula(String latex) -> to.append(latex);
        case Inline.Emphasis(var inner) -> running(inner, to);
        case Inline.Strong(var inner) -> running(inner, to);
        case Inline.Strike(var inner) -> running(inner, to);
        case Inline.Link(String url, var inner) -> running(inner, to);
        case Inline.Image(String url, String description) -> to.append(description);
        case Inline.FootnoteMark(String label) -> to.append(label);
        case Inline.Break b -> to.append('\n');
        case Inline.SoftBreak b -> to.append('\n');
        case Inline.Moment m -> to.append(m.at());
      }
    }
  }
}
