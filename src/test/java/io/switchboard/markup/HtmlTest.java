package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML that shows everything and does nothing. */
class HtmlTest {
  private static String html(String markdown) {
    return Html.of(Markdown.parse(markdown)).strip();
  }

  @Test
  void blocks() {
    assertThat(html("# A\n\nb *c* **d** ~~e~~ `f`"))
        .isEqualTo(
            "<h1>A</h1>\n<p>b <em>c</em> <strong>d</strong> <del>e</del> <code>f</code></p>");
    assertThat(html("```Java x\na < b\n```"))
        .isEqualTo("<pre><code class=\"language-java\">a &lt; b\n</code></pre>");
    assertThat(html("3. a\n4. b")).isEqualTo("<ol start=\"3\"><li>a\n</li><li>b\n</li></ol>");
    assertThat(html("- [x] a\n- [ ] b")).contains("<span class=\"task\">☑</span> a").contains("☐");
    assertThat(html("|a|b|\n|-|:-:|\n|1|2|"))
        .contains("<thead>", "<th>a</th>", "<th class=\"center\">b</th>", "<td>1</td>");
    assertThat(html("$$\na<b\n$$")).isEqualTo("<div class=\"math\">a&lt;b</div>");
    assertThat(html("so $x$")).isEqualTo("<p>so <span class=\"math\">x</span></p>");
    assertThat(html("> a\n\n---")).isEqualTo("<blockquote>\n<p>a</p>\n</blockquote>\n<hr />");
    assertThat(html("<think>a</think>b"))
        .startsWith("<details class=\"reasoning\"><summary>…</summary>");
    assertThat(html("a[^1]\n\n[^1]: b"))
        .contains("a<sup class=\"footnote\">1</sup>", "<aside class=\"footnote\"><sup>1</sup>");
  }

  @Test
  void linksGoOutPlainly() {
    assertThat(html("[a](https://x.org/?b=c&d=e)"))
        .contains("href=\"https://x.org/?b&#61;c&amp;d&#61;e\"")
        .contains("rel=\"noopener noreferrer nofollow ugc\"");
    assertThat(html("![a cat](https://x.org/i.png)")).doesNotContain("<img").contains(">a cat</a>");
    assertThat(html("<mailto:a@b.org>")).contains("href=\"mailto:a&#64;b.org\"");
  }

  @Test
  void momentsAreMachineReadable() {
    Instant at = Instant.parse("2026-01-02T03:04:05Z");
    Document document =
        new Document(
            List.of(
                new Block.Paragraph(List.of(new Inline.Moment(at, Inline.Moment.Style.RELATIVE)))));
    assertThat(Html.of(document)).contains("<time datetime=\"2026-01-02T03:04:05Z\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <svg/onload=alert(1)> b",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java\u0001script:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](vbscript:x)",
        "[a](//evil.example)",
        "[a](file:///etc/passwd)",
        "![a](data:image/svg+xml,<svg onload=alert(1)>)",
        "![a](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[a](https://x.org/\"onmouseover=\"alert(1))",
        "[a](<https://x.org/\" onmouseover=\"alert(1)>)",
        "![\" onerror=\"alert(1)](https://x.org)",
        "```\"><script>alert(1)</script>\nx\n```",
        "```<b onclick=alert(1)>\nx\n```",
        "$</span><script>alert(1)</script>$",
        "<details open ontoggle=alert(1)><summary>a</summary>\n\nb",
        "<details><summary><img src=x onerror=alert(1)></summary>\n</details>",
        "[^\"><script>alert(1)</script>]: x",
        "|<script>|\n|-|\n|<img src=x onerror=alert(1)>|",
        "<style>*{display:none}</style>",
        "<iframe src=https://evil.example></iframe>",
        "<base href=https://evil.example>",
        "<meta http-equiv=refresh content=0>",
        "<!--><script>alert(1)</script>-->",
        "<form action=https://evil.example><input name=a></form>",
        "<a href=https://evil.example id=login class=admin style=x>b</a>",
        "<think><script>alert(1)</script></think>",
        "{{constructor.constructor('alert(1)')()}}",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
      })
  void nothingActs(String markdown) {
    String html = html(markdown);
    // What remains of a tag is text: so look only at real tags.
    for (String tag : html.split("<", -1)) {
      String name = tag.split("[\\s>/]", 2)[0];
      assertThat(name)
          .isNotIn(
              "script",
              "img",
              "svg",
              "style",
              "iframe",
              "base",
              "meta",
              "form",
              "input",
              "math",
              "noscript",
              "object",
              "embed",
              "link");
      String inside = tag.contains(">") ? tag.substring(0, tag.indexOf('>')) : "";
      assertThat(inside)
          .doesNotContainPattern("(?i)\\son\\w+=|style=|id=|srcset|javascript:|data:");
      if (name.equals("a")) {
        assertThat(inside).containsPattern("href=\"(https?://|mailto:)");
      }
    }
  }

  @Test
  void allTextCanBeSeen() {
    assertThat(html("<script>alert(1)</script>")).contains("&lt;script&gt;");
  }
}
