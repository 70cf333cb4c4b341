package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Destination;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.config.Secret;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.db.learnt.Learnt;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.markup.Markdown;
import io.switchboard.telegram.TelegramSettings.Mode;
import io.switchboard.telegram.send.Memory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a server knows rich messages is learnt once, also over restarts. */
class RichMemoryTest {
  private final FakeTelegram fake = FakeTelegram.start().withoutBudgets();
  private final Database database = TestDatabases.h2();
  private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  private final Learnt learnt = new Learnt(database, time);
  private int sent;

  private final Memory memory =
      new Memory() {
        @Override
        public Optional<Known> richMessages() {
          return learnt.of("rich").map(fact -> new Known(fact.said().equals("yes"), fact.at()));
        }

        @Override
        public void learnt(boolean rich) {
          learnt.keep("rich", rich ? "yes" : "no");
        }
      };

  @AfterEach
  void stop() {
    fake.close();
    database.close();
  }

  /** A bot that was just started says something with a heading. */
  private void startAndSend() {
    TelegramSettings settings =
        new TelegramSettings(Secret.of(fake.token()), URI.create(fake.url()), Mode.POLLING);
    try (Telegram bot = new Telegram(settings, time, null, memory)) {
      PlaceId chat =
          new PlaceId("telegram:" + fake.privateChat(fake.person("Ben", "ben", "en")).id());
      assertThat(
              bot.send(Destination.in(chat), Reply.of(Markdown.parse("# Heading")), "n" + sent++))
          .isInstanceOf(Delivery.Delivered.class);
    }
  }

  private long asked() {
    return fake.calls().stream().filter("sendrichmessage"::equals).count();
  }

  @Test
  void aServerWithoutThemIsAskedAgainOnlyAfterAWeek() {
    startAndSend();
    startAndSend();
    assertThat(asked()).isEqualTo(1);
    time.step(Duration.ofDays(7));
    startAndSend();
    startAndSend();
    assertThat(asked()).isEqualTo(2);
    time.step(Duration.ofDays(7));
    fake.withRichMessages();
    startAndSend();
    startAndSend();
    assertThat(asked()).isEqualTo(4);
  }
}
