package io.switchboard.discord.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.message.Reply;
import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import org.junit.jupiter.api.Test;

class PicturedTest {
  private static Document filledUpTo(int size) {
    String formulas = "$x^Q$ ".repeat(9);
    int around = DiscordMarkdown.size(Markdown.parse(formulas + "w"));
    Document document = Markdown.parse(formulas + "w".repeat(size - around + 1));
    assertThat(DiscordMarkdown.size(document)).isEqualTo(size);
    return document;
  }

  @Test
  void formulasAreNumbersOverAPicture() {
    Pictured pictured = Pictured.of(Reply.of(filledUpTo(1_900)));
    assertThat(pictured.picture()).isNotNull();
    assertThat(DiscordMarkdown.of(pictured.reply().body())).contains("**(1)**", "**(9)**");
  }

  @Test
  void theNumbersNeverPushTextOutOfTheMessage() {
    Document full = filledUpTo(DiscordMarkdown.BOUND);
    Pictured pictured = Pictured.of(Reply.of(full));
    assertThat(pictured.reply().body()).isEqualTo(full);
    assertThat(pictured.picture()).isNull();
  }
}
