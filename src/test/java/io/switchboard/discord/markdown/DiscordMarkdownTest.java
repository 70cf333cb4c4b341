package io.switchboard.discord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.Block;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordMarkdownTest {
  private static String of(String markdown) {
    return DiscordMarkdown.of(Markdown.parse(markdown));
  }

  private static String plain(String text) {
    return DiscordMarkdown.of(Document.plain(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snake_case_name and C:\\Users",
        "2 * 3 = 6, 1 < 2, a | b, ~5",
        "a[0] (x) {y} #1 50% it's",
        "at 10:30 or 12:30:45, mail me@163.com",
        "https://example.com/a_b_?q=__x__#y",
        "一二三 · 가나다 · ok?",
        "List<String> and 5 - 3",
      })
  void whatDoesNothingStaysAsItIs(String text) {
    assertThat(plain(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "*bold* ¦ \\*bold\\*",
        "2*3*4 ¦ 2\\*3\\*4",
        "_it_ ¦ \\_it\\_",
        "__init__ ¦ \\_\\_init\\_\\_",
        "~~gone~~ ¦ \\~\\~gone\\~\\~",
        "||spoiler|| ¦ \\|\\|spoiler\\|\\|",
        "`code` ¦ \\`code\\`",
        "# heading ¦ \\# heading",
        "-# small ¦ \\-# small",
        "- item ¦ \\- item",
        "> quote ¦ \\> quote",
        ">>> quote ¦ \\>>> quote",
        "1. one ¦ 1\\. one",
        "<@123> ¦ \\<@\u200b123>",
        "<@&5> ¦ \\<@\u200b&5>",
        "<#5> ¦ \\<#5>",
        "<t:1:R> ¦ \\<t:1:R>",
        "</ask:5> ¦ \\</ask:5>",
        "<:cat:5> ¦ \\<\\:cat:5>",
        ":smile: ¦ \\:smile:",
        "std::vector::x ¦ std:\\:vector::x",
        "[a](https://e.com) ¦ [a]\\(https://e.com)",
        "\\* ¦ \\\\\\*",
      })
  void whatWouldActIsEscaped(String text, String escaped) {
    assertThat(plain(text)).isEqualTo(escaped);
  }

  @Test
  void nobodyIsCalled() {
    assertThat(plain("@everyone and @here")).isEqualTo("@\u200beveryone and @\u200bhere");
  }

  @Test
  void formats() {
    assertThat(of("**b** *i* ~~s~~ ***bi*** `c`")).isEqualTo("**b** *i* ~~s~~ ***bi*** `c`");
    assertThat(of("**a****b**")).doesNotContain("****");
    assertThat(of("Use **the `**kwargs` form**")).isEqualTo("Use **the** `**kwargs` **form**");
    assertThat(of("`` a`b ``")).isEqualTo("`` a`b ``");
  }

  @Test
  void headings() {
    assertThat(of("# One\n\ntext\n\n#### Four\n\ntext")).isEqualTo("# One\ntext\n\n**Four**\ntext");
    assertThat(of("# \u00a0\nso")).isEqualTo("so");
  }

  @Test
  void lists() {
    assertThat(of("Intro:\n\n- a\n- b\n  - c\n\n3. x\n4. y\n   - z\n\n- [x] done\n- [ ] open"))
        .isEqualTo("Intro:\n- a\n- b\n  - c\n\n3. x\n4. y\n   - z\n\n- ☑ done\n- ☐ open");
  }

  @Test
  void zeroIsNoNumberOfAList() {
    assertThat(of("0. a\n1. b")).isEqualTo("0\\. a\n1. b");
  }

  @Test
  void codeInAListKeepsItsMargin() {
    assertThat(of("1. do\n   ```sh\n   ls\n   ```\n2. done"))
        .isEqualTo("1. do\n```sh\nls\n```\n2. done");
  }

  @Test
  void quotes() {
    assertThat(of("> a\n> b\n>\n> > c")).isEqualTo("> a\n> b\n> \n> ┃ c");
    assertThat(of("- x\n  > y")).isEqualTo("- x\n  ┃ y");
    assertThat(of("> > ```\n> > a\n> > ```\n> > - b")).isEqualTo("> ┃ `a`\n> ┃ • b");
  }

  @Test
  void codeCannotBeLeft() {
    String code = of("````md\n```js\nx\n```\n````");
    assertThat(code).startsWith("```md\n").endsWith("\n```");
    assertThat(code.substring(3, code.length() - 3)).doesNotContain("```");
    assertThat(of("```C Sharp!\nx\n```")).isEqualTo("```c\nx\n```");
  }

  @Test
  void anAddressBesideAFormatEndsWhereItEnds() {
    assertThat(of("**a *`*` http://a.bc* b**")).isEqualTo("**a** `*` *http://a.bc* **b**");
    assertThat(of("*a ~~`*` http://a.bc~~b*")).isEqualTo("*a* ~~`*` http://a.bc~~*b*");
    assertThat(of("http://a.bc`z`")).isEqualTo("<http://a.bc>`z`");
    assertThat(of("**http://a.bc**b")).isEqualTo("**http://a.bc**b");
    assertThat(of("http://`z`")).isEqualTo("http\\://`z`");
  }

  @Test
  void links() {
    assertThat(of("[a](https://e.com/x_(y))")).isEqualTo("[a](https://e.com/x_%28y%29)");
    assertThat(of("<https://e.com>")).isEqualTo("https://e.com");
    assertThat(of("[https://bank.com](https://evil.com)"))
        .isEqualTo("https\\://bank.com (<https://evil.com>)");
    assertThat(of("[x](javascript:alert) [y](file:///etc)")).isEqualTo("x y");
    assertThat(of("![a cat](https://e.com/c.png)")).isEqualTo("[a cat](https://e.com/c.png)");
  }

  @Test
  void tables() {
    assertThat(of("| a | b |\n|---|--:|\n| 1 | 22 |"))
        .startsWith("```\n")
        .endsWith("\n```")
        .contains("1 │ 22");
    String wide = "| name | what |\n|---|---|\n| x | " + "long ".repeat(20) + "|";
    assertThat(of(wide)).startsWith("- **name: x**\n  - what: long");
  }

  @Test
  void formulas() {
    assertThat(of("so $x_1$ is")).isEqualTo("so `x_1` is");
    assertThat(of("$$\na^2\n$$")).isEqualTo("```latex\na^2\n```");
  }

  @Test
  void moments() {
    Instant at = Instant.ofEpochSecond(1_800_000_000);
    Document document =
        new Document(
            List.of(
                new Block.Paragraph(
                    List.of(
                        new Inline.Moment(at, Inline.Moment.Style.RELATIVE),
                        new Inline.Text(", "),
                        new Inline.Moment(at, Inline.Moment.Style.DATE_TIME)))));
    assertThat(DiscordMarkdown.of(document)).isEqualTo("<t:1800000000:R>, <t:1800000000:f>");
  }

  @Test
  void foldsAndFootnotesAreSmallPrint() {
    Document fold =
        new Document(
            List.of(
                new Block.Fold(
                    List.of(new Inline.Text("Reasoning")),
                    Markdown.parse("one\n\n- two\n\n```\nthree\n```").blocks())));
    assertThat(DiscordMarkdown.of(fold))
        .isEqualTo("-# **Reasoning**\n-# one\n-# • two\n-# `three`");
    assertThat(of("a[^1]\n\n[^1]: note")).isEqualTo("a[1]\n\n-# [1] note");
    assertThat(of("<details><summary>so **very**</summary>\n\nin\n\n</details>"))
        .isEqualTo("-# **so very**\n-# in");
  }

  @Test
  void everyPartOfALongTextFits() {
    String long_ =
        "# Title\n\n"
            + "A sentence with *format* and `code`. ".repeat(200)
            + "\n\n```java\n"
            + "int x = 1; // `` **\n".repeat(200)
            + "```\n\n"
            + "- item <@123>\n".repeat(300);
    List<Document> parts =
        Cut.into(Markdown.parse(long_), DiscordMarkdown::size, DiscordMarkdown.BOUND);
    assertThat(parts).hasSizeBetween(7, 12);
    assertThat(parts).allMatch(p -> DiscordMarkdown.size(p) <= DiscordMarkdown.BOUND);
  }
}
