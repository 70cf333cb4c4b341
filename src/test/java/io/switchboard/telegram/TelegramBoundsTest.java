package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is more, or deeper, than Telegram takes in a message still arrives as it is meant. */
class TelegramBoundsTest {
  private final Scene scene = new Scene();
  private final Chat chat = scene.fake.privateChat(scene.fake.person("Alice"));
  private final Destination there = Destination.in(new PlaceId("telegram:" + chat.id()));

  @AfterEach
  void close() {
    assertThat(scene.fake.violations()).isEmpty();
    scene.close();
  }

  private void send(Document body) {
    assertThat(scene.bot.send(there, Reply.of(body), "n")).isInstanceOf(Delivery.Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noFormatIsLostHoweverManyThereAre(boolean rich) {
    scene.fake.withoutBudgets();
    if (rich) {
      scene.fake.withRichMessages();
    }
    send(Markdown.parse("# Learn"));
    String words =
        IntStream.range(0, 250)
            .mapToObj(i -> "`c" + i + "` and **b" + i + "**")
            .collect(Collectors.joining(", "));
    List<Document> parts = scene.bot.cut(Markdown.parse(words));
    assertThat(parts).hasSize(rich ? 1 : 5);
    parts.forEach(this::send);
    List<Shown> shown = scene.fake.fromBot(chat).stream().skip(1).toList();
    assertThat(shown).allMatch(message -> message.rich() == rich);
    assertThat(shown.stream().flatMap(message -> message.under("code").stream()))
        .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj(i -> "c" + i).toList());
  }

  @Test
  void manyBlocksFitTheirBound() {
    scene.fake.withRichMessages().withoutBudgets();
    send(Markdown.parse("# Rich"));
    String list = "- item\n\n  more\n".repeat(700) + "\n|a|b|\n|-|-|\n" + "|1|2|\n".repeat(300);
    List<Document> parts = scene.bot.cut(Markdown.parse(list));
    parts.forEach(this::send);
    assertThat(scene.fake.fromBot(chat)).allMatch(Shown::rich);
    assertThat(parts.size()).isLessThan(10);
  }

  @Test
  void deepNestingStaysWithinItsBound() {
    scene.fake.withRichMessages().withoutBudgets();
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      deep.append("  ".repeat(i)).append("- level ").append(i).append('\n');
    }
    send(Markdown.parse(deep.toString()));
    send(Markdown.parse("> ".repeat(40) + "**_~~deep~~_**"));
    assertThat(scene.fake.fromBot(chat)).allMatch(Shown::rich);
    assertThat(scene.fake.fromBot(chat).getFirst().text()).contains("level 29");
  }
}
