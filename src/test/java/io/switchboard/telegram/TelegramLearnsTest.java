package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Destination;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.config.Secret;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.FakeTelegram.Refusing;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.telegram.TelegramSettings.Mode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One stray refusal turns nothing off, and what a server lacks is asked for again some day. */
class TelegramLearnsTest {
  private final FakeTelegram fake = FakeTelegram.start().withoutBudgets();
  private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  private final Chat chat = fake.privateChat(fake.person("Ben"));
  private final PlaceId place = new PlaceId("telegram:" + chat.id());
  private final Telegram bot =
      new Telegram(
          new TelegramSettings(Secret.of(fake.token()), URI.create(fake.url()), Mode.POLLING),
          time,
          null);

  @AfterEach
  void stop() {
    bot.close();
    fake.close();
  }

  private boolean draft(String text) {
    return bot.draft(place, 5, Document.plain(text));
  }

  private boolean heading(String text) {
    assertThat(bot.send(Destination.in(place), Reply.of(Markdown.parse("# " + text)), ""))
        .isInstanceOf(Delivery.Delivered.class);
    Shown last = fake.fromBot(chat).getLast();
    assertThat(last.text()).isEqualTo(text);
    return last.rich();
  }

  @Test
  void aStrayRefusalOfADraftIsTakenForNoMore() {
    fake.refuse("sendmessagedraft", "", new Refusing(0, 2, 404, "Not Found", 0));
    assertThat(draft("a")).isFalse();
    assertThat(draft("b")).isFalse();
    assertThat(draft("c")).isTrue();
    assertThat(bot.draftRates(place)).isNotEmpty();
  }

  @Test
  void aServerWithoutDraftsIsAskedAgainAfterADay() {
    fake.refuse("sendmessagedraft", "", new Refusing(0, 1, 404, "Not Found: method not found", 0));
    assertThat(draft("a")).isFalse();
    assertThat(draft("b")).isFalse();
    assertThat(bot.draftRates(place)).isEmpty();
    time.step(Duration.ofDays(1));
    assertThat(draft("c")).isTrue();
  }

  @Test
  void aServerThatRefusesAgainAndAgainMeansIt() {
    fake.refuse("sendmessagedraft", "", new Refusing(0, 3, 405, "Method Not Allowed", 0));
    for (int i = 0; i < 4; i++) {
      assertThat(draft("a" + i)).isFalse();
    }
    assertThat(fake.calls().stream().filter("sendmessagedraft"::equals)).hasSize(3);
  }

  @Test
  void aStrayRefusalOfARichMessageIsTakenForNoMore() {
    fake.withRichMessages();
    fake.refuse("sendrichmessage", "", new Refusing(0, 2, 404, "Not Found", 0));
    assertThat(heading("One")).isFalse();
    assertThat(heading("Two")).isFalse();
    assertThat(heading("Three")).isTrue();
  }
}
