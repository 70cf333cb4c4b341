package io.switchboard.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.telegram.Visible;
import io.switchboard.markup.Markdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain messages say, and what they must not do. */
class TelegramHtmlTest {
  private static String html(String markdown) {
    return TelegramHtml.of(Markdown.parse(markdown)).html();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@alice",
        "@@alice",
        "Hello,@alice!",
        "@*alice*",
        "**@**alice",
        "@**al**ice",
        "@a**lice**",
        "**x @**~~alice~~",
        "@&#97;lice",
        "# @*alice*",
        "- @*alice*"
      })
  void nobodyIsMentioned(String markdown) {
    assertThat(Visible.mentions(html(markdown))).isEmpty();
    assertThat(Visible.of(html(markdown))).contains("@").contains("lice");
  }

  @Test
  void addressesStayAsTheyAre() {
    assertThat(html("Write to me@example.org or @ home.")).doesNotContain("<code>");
  }

  @Test
  void tasksKeepTheirNumbers() {
    assertThat(html("3. [x] one\n4. [ ] two\n5. three")).isEqualTo("3. ☑ one\n4. ☐ two\n5. three");
    assertThat(html("- [x] one\n- two")).isEqualTo("☑ one\n• two");
  }
}
