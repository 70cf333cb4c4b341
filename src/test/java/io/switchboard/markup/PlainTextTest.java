package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.table.DisplayWidth;
import io.switchboard.markup.table.TableText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text without any form, and tables that stand straight. */
class PlainTextTest {
  private static String plain(String markdown) {
    return PlainText.of(Markdown.parse(markdown));
  }

  private static Block.Table table(String markdown) {
    return (Block.Table) Markdown.parse(markdown).blocks().getFirst();
  }

  @Test
  void listsAndQuotations() {
    assertThat(plain("- a\n- b\n  1. c\n  2. d\n\n> e\n>\n> f"))
        .isEqualTo("• a\n• b\n  1. c\n  2. d\n\n> e\n>\n> f");
    assertThat(plain("9. a\n10. b\n\n    c")).isEqualTo("9. a\n\n10. b\n\n    c");
    assertThat(plain("- [x] a\n- [ ] b")).isEqualTo("☑ a\n☐ b");
  }

  @Test
  void linksSayWhereTheyLead() {
    assertThat(plain("[a](https://x.org) and https://y.org and <a@b.org> ![i](https://z.org/i)"))
        .isEqualTo("a (https://x.org) and https://y.org and a@b.org i (https://z.org/i)");
  }

  @Test
  void codeFormulasAndFootnotes() {
    assertThat(plain("```\na\n  b\n```\n\n$$x^2$$\n\n$y$[^1]\n\n[^1]: n"))
        .isEqualTo("a\n  b\n\nx^2\n\ny[1]\n\n[1] n");
    assertThat(plain("> ```\n> a\n> b\n> ```")).isEqualTo("> a\n> b");
  }

  @Test
  void tablesAreAligned() {
    assertThat(TableText.of(table("|a|bb|c|\n|-|-:|:-:|\n|汉字|1|x|\n|👩‍👩‍👧‍👦|22|yyy|"), 40))
        .hasValue("a    │ bb │  c\n─────┼────┼────\n汉字 │  1 │  x\n👩‍👩‍👧‍👦   │ 22 │ yyy");
    assertThat(TableText.of(table("|a|b|\n|-|-|\n|1|2|"), 4)).isEmpty();
    assertThat(
            PlainText.of(
                new Document(
                    List.of(TableText.asFields(table("|Name|Age|\n|-|-|\n|Ann|3|\n|Bo||"))))))
        .isEqualTo("• Name: Ann\n  • Age: 3\n• Name: Bo");
  }

  @Test
  void widths() {
    assertThat(DisplayWidth.of("abc")).isEqualTo(3);
    assertThat(DisplayWidth.of("汉字")).isEqualTo(4);
    assertThat(DisplayWidth.of("한국")).isEqualTo(4);
    assertThat(DisplayWidth.of("ｶﾅ")).isEqualTo(2);
    assertThat(DisplayWidth.of("！")).isEqualTo(2);
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("👍🏽")).isEqualTo(2);
    assertThat(DisplayWidth.of("🇩🇪")).isEqualTo(2);
    assertThat(DisplayWidth.of("❤️")).isEqualTo(2);
    assertThat(DisplayWidth.of("\u200b")).isZero();
  }

  @Test
  void excerpts() {
    assertThat(Excerpt.firstLine(Markdown.parse("<think>x</think>\n# The *title*\n\ntext"), 50))
        .isEqualTo("The title");
    assertThat(Excerpt.firstLine(Markdown.parse("[a](https://x.org) is\nhere"), 50))
        .isEqualTo("a is");
    assertThat(Excerpt.firstLine(Markdown.parse("one two three four"), 12)).isEqualTo("one two…");
    assertThat(Excerpt.firstLine(Markdown.parse("👩‍👩‍👧‍👦".repeat(5)), 3))
        .isEqualTo("👩‍👩‍👧‍👦".repeat(2) + "…");
    assertThat(Excerpt.firstLine(Markdown.parse("```\ncode\n```"), 50)).isEqualTo("code");
    assertThat(Excerpt.firstLine(Markdown.parse(""), 50)).isEmpty();
    assertThat(Excerpt.beginning(Markdown.parse("# a\n\nb\n\n- c"), 50)).isEqualTo("a b • c");
    assertThat(Excerpt.beginning(Markdown.parse("You said:\n\n> > a\n> b\n\nc"), 50))
        .isEqualTo("You said: a b c");
  }
}
