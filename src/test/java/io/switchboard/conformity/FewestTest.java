package io.switchboard.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.PlainText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No message is sent that the one before it had room for. */
class FewestTest {
  @ParameterizedTest
  @EnumSource(Platform.class)
  void neighboursDoNotFitOneMessage(Platform platform) {
    Random random = new Random(20261121);
    StringBuilder wrong = new StringBuilder();
    for (int i = 0; i < Integer.getInteger("fewest.many", 60); i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 4 * platform.bound()) {
        text.append(ConformityTest.glue(random)).append(random.nextBoolean() ? "\n\n" : "");
        text.append("words that go on ".repeat(random.nextInt(platform.bound() / 40)));
      }
      List<Document> parts = platform.parts(Markdown.parse(text.toString()));
      for (int j = 1; j < parts.size(); j++) {
        Document both = parts.get(j - 1).and(parts.get(j));
        if (platform.parts(both).size() == 1) {
          wrong.append("text " + i + ", part " + j + " of " + parts.size() + ": ");
          wrong.append(ends(parts.get(j - 1))).append(" | ").append(ends(parts.get(j)));
          wrong.append('\n');
        }
      }
    }
    assertThat(wrong.toString()).isEmpty();
  }

  private static String ends(Document part) {
    String text = PlainText.of(part).replace('\n', '/');
    int length = text.length();
    return length
        + " "
        + text.substring(0, Math.min(40, length))
        + " … "
        + text.substring(Math.max(0, length - 40));
  }
}
