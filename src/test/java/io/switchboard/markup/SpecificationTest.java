package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.testutil.example.Example;
import org.junit.jupiter.api.Test;

/** The visible text of the specifications' examples is what the specifications mean. */
class SpecificationTest {
  /** HTML is text with us. */
  private static final Set<String> ABOUT_HTML =
      Set.of("HTML blocks", "Raw HTML", "Disallowed Raw HTML (extension)");

  /** A tag or comment; but not what is only an address, or code. */
  private static final Pattern HTML =
      Pattern.compile("<(a href|img|bar|b>|foo\\nbar|bar>|!-- -->)");

  @Test
  void visibleTextIsWhatTheSpecificationsMean() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Example example : Samples.examples()) {
      if (ABOUT_HTML.contains(example.getSection()) || HTML.matcher(example.getSource()).find()) {
        continue;
      }
      tried++;
      String meant = visible(example.getHtml());
      if (example.getSource().startsWith("![](")) {
        continue; // Nothing to see there; we show the address.
      }
      String shown = visible(Html.of(Markdown.parse(example.getSource())));
      if (!shown.equals(meant)) {
        wrong.add(
            example
                + "\n--- source\n"
                + example.getSource()
                + "--- meant\n"
                + meant
                + "\n--- shown\n"
                + shown);
      }
    }
    System.out.println("specification examples: " + tried + " tried, " + wrong.size() + " wrong");
    assertThat(wrong).isEmpty();
  }

  private static String visible(String html) {
    return html.replaceAll("<img[^>]*alt=\"([^\"]*)\"[^>]*>", "$1")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&#43;", "+")
        .replace("&#61;", "=")
        .replace("&#64;", "@")
        .replace("&#96;", "`")
        .replace("&amp;", "&")
        .replace("&#xfffd;", "\ufffd")
        .replaceAll("[☑☐→]", "")
        .replaceAll("[\\s\u00a0]+", "");
  }
}
