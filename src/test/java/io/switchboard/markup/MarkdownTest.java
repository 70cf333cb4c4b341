package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser makes of what models write. */
class MarkdownTest {
  private static Inline.Text text(String text) {
    return new Inline.Text(text);
  }

  private static List<Inline> line(String markdown) {
    assertThat(Markdown.parse(markdown).blocks())
        .singleElement()
        .isInstanceOf(Block.Paragraph.class);
    return ((Block.Paragraph) Markdown.parse(markdown).blocks().getFirst()).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "so $x$ is | x",
        "設$x_1$為 | x_1",
        "($x$) | x",
        "$n$th | n",
        "3$\\times$3 | \\times",
        "so $$a+b$$ is | a+b",
        "so \\(a + b\\) is | a + b",
        "so \\(n\\) is | n",
        "so \\[a = b\\] is | a = b",
        "$5$ | 5",
        "$2 + 2 = 4$ | 2 + 2 = 4",
        "$\\$5$ | \\$5",
        "it costs $5 and let $x$ be | x",
      })
  void formulasWithinALine(String markdown, String latex) {
    assertThat(line(markdown)).contains(new Inline.Formula(latex.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$5 and $10",
        "between $5 and 10$ each",
        "US$5 and US$6",
        "$5-$10",
        "5$ and 10$",
        "cost is $5 (or $6)",
        "$HOME/$USER",
        "$HOME and $PATH",
        "($AAPL), ($TSLA)",
        "$ x $",
        "$$$",
        "a $",
        "$5 (US$) more",
        "$1,000 or $2,000.",
      })
  void pricesAreNoFormulas(String markdown) {
    assertThat(line(markdown)).containsExactly(text(markdown));
  }

  @Test
  void escapedBracketsAreBrackets() {
    assertThat(line("see \\[1\\] and \\(this one\\)"))
        .containsExactly(text("see [1] and (this one)"));
    assertThat(line("`$a$` and `$b$`"))
        .containsExactly(new Inline.Code("$a$"), text(" and "), new Inline.Code("$b$"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$\na = b\n$$",
        "$$a = b$$",
        "$$ a\n= b$$",
        "\\[\na = b\n\\]",
        "\\[ a = b \\]",
        "\\[ a\n= b\n\\]",
        "```math\na = b\n```",
        "$$\na = b",
        "> $$\n> a = b\n> $$",
      })
  void formulasOnTheirOwnLines(String markdown) {
    Block block = Markdown.parse(markdown).blocks().getFirst();
    if (block instanceof Block.Quote quote) {
      block = quote.blocks().getFirst();
    }
    assertThat(block)
        .isInstanceOfSatisfying(
            Block.Formula.class,
            f -> assertThat(f.latex().replaceAll("\\s+", " ")).isEqualTo("a = b"));
  }

  @Test
  void linesOfFormulasAreNoMarkdown() {
    assertThat(Markdown.parse("Then\n$$\nx\n= y \\\\\n- z\n$$ \nand so").blocks())
        .containsExactly(
            new Block.Paragraph(List.of(text("Then"))),
            new Block.Formula("x\n= y \\\\\n- z"),
            new Block.Paragraph(List.of(text("and so"))));
    assertThat(Markdown.parse("$$ is money\n\nand $$ too").blocks()).hasSize(2);
  }

  @Test
  void anAddressEndsAtSignsOfScriptsWithoutSpaces() {
    assertThat(Markdown.parse("见http://a.bc/d，或www.e.fg。").blocks())
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    text("见"),
                    new Inline.Link("http://a.bc/d", List.of(text("http://a.bc/d"))),
                    text("，或"),
                    new Inline.Link("http://www.e.fg", List.of(text("www.e.fg"))),
                    text("。"))));
  }

  @Test
  void thoughtsAreFoldedAway() {
    assertThat(Markdown.parse("<think>\nhm ```\n- x\n</think>\n\nYes.").withoutReasoning().blocks())
        .containsExactly(new Block.Paragraph(List.of(text("Yes."))));
    assertThat(Markdown.parse("<thinking>a</thinking>b").blocks())
        .containsExactly(
            new Block.Fold(List.of(), List.of(new Block.Paragraph(List.of(text("a")))), true),
            new Block.Paragraph(List.of(text("b"))));
    assertThat(Markdown.parse("<think>\nstill").blocks())
        .singleElement()
        .isInstanceOf(Block.Fold.class);
    assertThat(Markdown.withoutReasoning("<think>a <think>b</think> c</think>d")).isEqualTo("d");
    assertThat(Markdown.withoutReasoning("<think>a <think> b</think>c")).isEqualTo("c");
    assertThat(Markdown.withoutReasoning("<think>ends with `</think>`\n</think>c")).isEqualTo("c");
    assertThat(Markdown.parse("so\n</think>\n\nYes.").withoutReasoning().blocks()).hasSize(1);
    assertThat(Markdown.parse("```\n<think>\n```\nno").blocks())
        .first()
        .isEqualTo(new Block.Code("", "<think>"));
    assertThat(Markdown.parse("the `<think>` tag and </think>").blocks())
        .singleElement()
        .isInstanceOf(Block.Paragraph.class);
    assertThat(
            Markdown.parse("<think>a</think>b").withReasoningNamed("Thought").blocks().getFirst())
        .isEqualTo(
            new Block.Fold(
                List.of(text("Thought")), List.of(new Block.Paragraph(List.of(text("a")))), true));
  }

  @Test
  void detailsAreFolds() {
    String markdown = "<details>\n<summary>More</summary>\n\nIn *it*\n\n- x\n\n</details>\n\nafter";
    List<Block> blocks = Markdown.parse(markdown).blocks();
    assertThat(blocks).hasSize(2);
    assertThat(blocks.getFirst())
        .isInstanceOfSatisfying(
            Block.Fold.class,
            fold -> {
              assertThat(fold.summary()).containsExactly(text("More"));
              assertThat(fold.blocks()).hasSize(2);
              assertThat(fold.reasoning()).isFalse();
            });
    assertThat(Markdown.parse("<details><summary>A</summary>\nIn **it**\n</details>").blocks())
        .containsExactly(
            new Block.Fold(
                List.of(text("A")),
                List.of(
                    new Block.Paragraph(
                        List.of(text("In "), new Inline.Strong(List.of(text("it"))))))));
  }

  @Test
  void htmlIsText() {
    assertThat(line("a<br>b<br/>c"))
        .containsExactly(text("a"), new Inline.Break(), text("b"), new Inline.Break(), text("c"));
    assertThat(line("a <b onclick=x>b</b>")).containsExactly(text("a <b onclick=x>b</b>"));
    assertThat(line("<script>\nalert(1)\n</script>")).contains(text("<script>"), text("alert(1)"));
  }

  @Test
  void tasksFootnotesAndLinks() {
    assertThat(Markdown.parse("- [x] done\n- [ ] open\n- [z] none").blocks())
        .first()
        .isInstanceOfSatisfying(
            Block.Listing.class,
            list ->
                assertThat(list.items())
                    .extracting(Block.Item::checked)
                    .containsExactly(true, false, null));
    assertThat(Markdown.parse("Yes[^1].\n\n[^1]: Because.\n\nEnd").blocks())
        .last()
        .isEqualTo(
            new Block.Footnote("1", List.of(new Block.Paragraph(List.of(text("Because."))))));
    assertThat(line("see https://a.b/c_d_e, www.x.org or a@b.org"))
        .containsExactly(
            text("see "),
            new Inline.Link("https://a.b/c_d_e", List.of(text("https://a.b/c_d_e"))),
            text(", "),
            new Inline.Link("http://www.x.org", List.of(text("www.x.org"))),
            text(" or "),
            new Inline.Link("mailto:a@b.org", List.of(text("a@b.org"))));
    assertThat(line("3~5 and 10~20")).containsExactly(text("3~5 and 10~20"));
    assertThat(line("~a~ ~~b~~"))
        .containsExactly(
            new Inline.Strike(List.of(text("a"))),
            text(" "),
            new Inline.Strike(List.of(text("b"))));
  }

  @Test
  void everyRowHasAsManyCellsAsTheHead() {
    assertThat(Markdown.parse("| a | b |\n|:-:|--:|\n| 1 |\n| 1 | 2 | 3 |").blocks())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Table.class,
            table -> {
              assertThat(table.columns()).containsExactly(Block.Align.CENTER, Block.Align.RIGHT);
              assertThat(table.rows()).allMatch(row -> row.size() == 2);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "这是**“重点”**的 | “重点”",
        "**“重点”**是 | “重点”",
        "**제목(부제)**입니다 | 제목(부제)",
        "이것은 **\"강조\"**입니다 | \"강조\"",
        "これは**「強調」**です | 「強調」",
        "**注意：**这里 | 注意：",
        "他说**好。**然后 | 好。",
      })
  void boldTextWithoutSpaces(String markdown, String bold) {
    assertThat(line(markdown.strip())).contains(new Inline.Strong(List.of(text(bold.strip()))));
  }

  @Test
  void halfOfAPairIsNoCharacter() {
    for (String half : List.of("\ud83d", "\ude00", "&#xD800;", "&#55296;")) {
      for (String around : List.of("a %s b", "`a %s b`", "```\na %s b\n```", "$a %s b$")) {
        boolean byNumber = half.startsWith("&") && !around.equals("a %s b");
        assertThat(PlainText.of(Markdown.parse(around.formatted(half))))
            .isEqualTo("a " + (byNumber ? half : "\ufffd") + " b");
      }
    }
    assertThat(PlainText.of(Markdown.parse("a 😀 b"))).isEqualTo("a 😀 b");
  }

  @Test
  void nothingIsLeftOfTheMarks() {
    String line = "。*字 `”**是` $a”**是$ [”**是](https://x.org/”**是)";
    for (String markdown : List.of(line, "```\n" + line + "\n```", "    " + line, "<p>" + line)) {
      assertThat(Markdown.parse(markdown).toString()).doesNotContain("\u2E4E");
    }
    assertThat(line("\u2E4E\u2E4E *字*")).first().isEqualTo(text("\u2E4E\u2E4E "));
    assertThat(line("\"a\"**b")).containsExactly(text("\"a\"**b"));
  }
}
