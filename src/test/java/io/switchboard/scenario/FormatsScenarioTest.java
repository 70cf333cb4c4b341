package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.FakeTelegram.Refusing;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An answer with all kinds of formats in it, as it is seen once it is whole. */
abstract class FormatsScenarioTest extends Play {
  private static final String EVERYTHING =
      """
      ## A heading

      Some **bold**, _slanted_ and ~~old~~ words, `a < b`, a [link](https://example.org/x).

      - one
        - [x] done

      | Name | Value |
      |:-----|------:|
      | pear | 1 |
      | plum | 200 |

      ```java
      List<String> x = null;
      ```

      > quoted

      $$\\int_0^1 x^2 dx$$

      THE END
      """;

  Seen shown() {
    line.account.next(Script.answer(EVERYTHING).pace(40, Duration.ofMillis(40)));
    line.start("");
    stage.sayInGroup("Ben", "Show me everything");
    return see(() -> stage.inGroup("Ben"), "THE END", AGAIN);
  }

  @Test
  void nothingRawIsSeen() {
    Seen seen = shown();
    assertThat(seen.text())
        .contains("A heading", "bold", "a < b", "pear", "List<String> x = null;", "quoted")
        .doesNotContain("|:--", "- [x]");
  }
}

class FormatsOnDiscordTest extends FormatsScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }

  @Test
  void tablesAreAlignedAndMathsIsAPicture() {
    Seen seen = shown();
    assertThat(seen.text())
        .contains("## A heading", "**bold**", "```java", "[link](https://example.org/x)")
        .containsPattern("(?m)^pear │ +1$")
        .containsPattern("(?m)^plum │ +200$");
    assertThat(stage.files(seen)).singleElement().asString().endsWith(".png");
    assertThat(seen.text()).doesNotContain("\\int");
  }
}

class FormatsOnTelegramTest extends FormatsScenarioTest {
  private final TelegramStage telegram = new TelegramStage();

  @Override
  Stage stage() {
    return telegram;
  }

  private Shown message() {
    return (Shown) shown().message();
  }

  @Test
  void aServerWithRichMessagesShowsThemAsTheyAre() {
    telegram.fake().withRichMessages();
    Shown message = message();
    assertThat(message.rich()).isTrue();
    assertThat(message.under("h2")).containsExactly("A heading");
    assertThat(message.under("td")).contains("pear", "200");
    assertThat(message.under("pre")).containsExactly("List<String> x = null;");
    assertThat(message.under("b")).contains("bold");
    assertThat(message.under("tg-math-block")).hasSize(1);
  }

  @Test
  void oneWithoutThemShowsWhatHtmlHas() {
    Shown message = message();
    assertThat(message.rich()).isFalse();
    assertThat(message.under("bold")).contains("A heading", "bold");
    assertThat(message.under("text_link")).containsExactly("link");
    assertThat(message.under("pre")).anyMatch(code -> code.contains("List<String> x"));
    assertThat(message.text()).contains("• one", "☑ done", "∫");
  }

  /** Whatever is wrong with a form, the words arrive. */
  @Test
  void oneThatRefusesEveryFormShowsTheWords() {
    for (String method : new String[] {"sendmessage", "editmessagetext"}) {
      String why = "Bad Request: can't parse entities: Unsupported start tag \"b\"";
      telegram.fake().refuse(method, "parse_mode", new Refusing(0, 1_000, 400, why, 0));
    }
    Shown message = message();
    assertThat(message.entities()).isEmpty();
    assertThat(message.text())
        .contains("A heading", "plum", "quoted")
        .doesNotContain("<b>", "<pre");
  }
}
