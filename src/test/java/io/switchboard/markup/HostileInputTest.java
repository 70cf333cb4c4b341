package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to break parsers: deep nesting, and searches for ends that are not there. */
class HostileInputTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> ",
        "[",
        "![",
        "]",
        "[](",
        "[a](",
        "*",
        "**a ",
        "*a _b ",
        "_",
        "a**b",
        "~",
        "a~b ",
        "`",
        "`a``",
        "``a` ",
        "<",
        "<a ",
        "<!--",
        "</",
        "<b>",
        "$",
        "$a ",
        "$$",
        "$$a ",
        "$a` ",
        "\\(",
        "\\(a",
        "\\[",
        "\\[a\n",
        "$$a\n",
        "$$\n",
        "$$\n\n",
        "\\[\n\n",
        "\\",
        "&",
        "&#",
        "&#1;",
        "|",
        "|a",
        "|-",
        "a|b\n-|-\n",
        "| a |\n",
        "- ",
        "- a\n",
        "1. ",
        "1) a\n ",
        "-",
        "# ",
        "=\n",
        "a\n=\n",
        "```\n",
        "~~~\n",
        "    a\n",
        "[^a]: ",
        "[^a]:\n",
        "[^a]",
        "[a]: b\n",
        "[a]:\n",
        "<think>",
        "<think>\n",
        "</think>\n",
        "<think></think>",
        "<details>",
        "<details>\n\n",
        "</details>\n\n",
        "<summary>",
        "<details><summary>",
        "<br>\n",
        "# h\n<br>\n",
        "<br>\n\n",
        "www.",
        "http://",
        "http://a.b/ ",
        "a@b.c ",
        "@",
        "a@",
        "://",
        "\u0000",
        "\ud800",
        "\udc00",
        "\r",
        "\r\n",
        "\t",
        " \n",
        "* * ",
        "- - ",
        "> - ",
        "[[a]]",
        "[a][",
        "![a](b",
        "&amp;",
        "\u202e",
        "👩‍",
        "e\u0301",
      })
  void endsSoonAndShallow(String unit) {
    String text = unit.repeat(100_000 / unit.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> show(text), () -> "100,000 of " + unit);
    String both = text + text.replace('[', ']').replace('(', ')').replace('<', '>');
    if (both.startsWith(text + text)) {
      return;
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> show(both), () -> "and their ends " + unit);
  }

  @Test
  void aFewSignsBringInNoMoreThanAText() {
    String text = "[a]: http://b.cd/" + "e".repeat(5_000) + "\n\n" + "[a] ".repeat(20_000);
    Document document = Markdown.parse(text);
    assertThat(Html.of(document).length()).isLessThan(6 * text.length());
    assertThat(PlainText.of(document).chars().filter(c -> c == 'a').count()).isEqualTo(20_000);
  }

  @Test
  void signsThatMayOpenSomethingAreLookedAtOnce() {
    String text = "a " + "*".repeat(4_900) + "x";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> new GrowingMarkdown().parse(text));
  }

  private static void show(String text) {
    long start = System.nanoTime();
    Document document = Markdown.parse(text);
    long parsed = System.nanoTime();
    Html.of(document);
    long html = System.nanoTime();
    PlainText.of(document);
    MarkdownText.of(document);
    long plain = System.nanoTime();
    var parts = Cut.into(document, d -> PlainText.of(d).length(), 4_000);
    long cut = System.nanoTime();
    assertThat(parts).isNotEmpty();
    if (cut - start > 700_000_000L) {
      System.out.printf(
          "%-10s parse %d html %d text %d cut %d ms, %d parts%n",
          text.substring(0, Math.min(8, text.length())).replaceAll("\\p{Cntrl}", "¶"),
          (parsed - start) / 1_000_000,
          (html - parsed) / 1_000_000,
          (plain - html) / 1_000_000,
          (cut - plain) / 1_000_000,
          parts.size());
    }
  }
}
