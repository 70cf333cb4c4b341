package io.switchboard.answer.growing;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.PlainText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model thinks stays a thought, and what it says is said, whatever both speak of. */
class GrowingTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is about <think>. | It ends with </think> there.",
        "Closed by </think> or `</think>` as said. | So it is.",
        "One <thinking> and two </THINK> and <think>. | <b>It</b> is </think> so.",
        "Nothing special. | Begin with <think> and end with </think>."
      })
  void thoughtsAboutThoughts(String thought, String said) {
    GrowingText text = new GrowingText();
    for (char sign : thought.toCharArray()) {
      text.think(String.valueOf(sign));
    }
    text.add(said);
    assertThat(Markdown.withoutReasoning(text.soFar())).isEqualTo(said);
    Document whole = Markdown.parse(text.soFar());
    assertThat(whole.blocks().getFirst())
        .isInstanceOfSatisfying(Block.Fold.class, fold -> assertThat(fold.reasoning()).isTrue());
    assertThat(PlainText.of(whole.withoutReasoning())).isEqualTo(said);
    assertThat(PlainText.of(whole)).startsWith(thought.replace("`", "").substring(0, 6));
  }
}
