package io.switchboard.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.markup.GrowingMarkdown;
import io.switchboard.markup.Markdown;
import io.switchboard.telegram.render.TelegramHtml;
import io.switchboard.telegram.render.TelegramRich;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in which something goes on without an end are read and shown with little stack. */
class LongRunsTest {
  private static final int LENGTH = 30_000;
  private static final long STACK = 256 << 10;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- ",
        "1. ",
        "> - ",
        "* * ",
        "# ",
        "www.",
        "http://",
        "http://a.b/(",
        "http://a.b/~c",
        "a@b.",
        "@a ",
        "*",
        "*_",
        "~",
        "$",
        "[",
        "![",
        "<",
        "&",
        "|",
        "\\(",
        "x",
        "中",
        "e\u0301",
        "👩‍",
        "\u200b",
        "\\frac",
        "$x$ ",
        "`a` ",
        "[a](http://b.cd) ",
        "||",
        "-# ",
        ":a:"
      })
  void needLittleStack(String unit) throws Exception {
    for (String text :
        new String[] {unit.repeat(LENGTH / unit.length()), "https://a.bc/" + unit.repeat(9_000)}) {
      FutureTask<Integer> shown = new FutureTask<>(() -> show(text));
      new Thread(null, shown, "shown", STACK).start();
      assertThat(shown.get()).isPositive();
    }
  }

  private static int show(String text) {
    var whole = Markdown.parse(text);
    return TelegramHtml.of(whole).length()
        + TelegramRich.html(whole).length()
        + DiscordMarkdown.size(whole)
        + DiscordMarkdown.size(new GrowingMarkdown().parse(text))
        + 1;
  }
}
