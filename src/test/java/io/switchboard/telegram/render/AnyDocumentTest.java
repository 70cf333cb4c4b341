package io.switchboard.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.telegram.Visible;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a model writes, Telegram takes it, and it is as long as was thought. */
class AnyDocumentTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void isTakenInEveryForm(int part) {
    for (long seed = part * 60L; seed < part * 60L + 60; seed++) {
      Document document = new AnyDocument(seed).next();
      TelegramHtml.Rendered tagged = TelegramHtml.of(document);
      String shown = Visible.of(tagged.html());
      assertThat(shown).as("seed " + seed).isNotBlank();
      assertThat(shown.length()).as("seed " + seed).isLessThanOrEqualTo(tagged.length());
      for (Document fitting : Cut.into(document, TelegramRich::fullness, 1_000)) {
        String rich = Visible.ofRich(TelegramRich.html(fitting));
        assertThat(rich).as("seed " + seed).isNotNull();
      }
    }
  }
}
