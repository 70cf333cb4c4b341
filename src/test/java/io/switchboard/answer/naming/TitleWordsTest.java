package io.switchboard.answer.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Zebra stripes|Zebra stripes",
        "\"Zebra stripes.\"|Zebra stripes",
        "**Zebra stripes**|Zebra stripes",
        "# Title: Zebra stripes|Zebra stripes",
        "标题：斑马的条纹。|斑马的条纹",
        "「얼룩말 무늬」|얼룩말 무늬",
        "What is C++?|What is C++?",
        "<think>Stripes, hm.</think>Zebra stripes|Zebra stripes",
      })
  void isOneLineOfPlainText(String said, String title) {
    assertThat(TitleWords.read(said)).contains(title);
  }

  @Test
  void whatIsNoneGivesNone() {
    assertThat(TitleWords.read("")).isEmpty();
    assertThat(TitleWords.read("…")).isEmpty();
    assertThat(TitleWords.read("<think>only that")).isEmpty();
  }

  @Test
  void isNeverLong() {
    assertThat(TitleWords.read("very ".repeat(400)).orElseThrow()).hasSizeLessThan(62);
    assertThat(TitleWords.read("First\n\nSecond")).contains("First");
  }

  @Test
  void ofLongTextsTheBeginningIsTold() {
    var prompt = TitleWords.ask("q".repeat(9000), "a".repeat(9000));
    assertThat(prompt.messages().getLast().text()).hasSizeLessThan(3100).contains("[…]");
  }
}
