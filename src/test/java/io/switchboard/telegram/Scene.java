package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.config.Secret;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.telegram.TelegramSettings.Mode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A fake Telegram and a bot that listens to it, over the real client. */
final class Scene implements AutoCloseable {
  static final CommandMenu MENU =
      new CommandMenu(
          List.of(
              new CommandMenu.Entry(
                  "ask",
                  Map.of(
                      Locale.ENGLISH, "Ask",
                      Locale.SIMPLIFIED_CHINESE, "提问",
                      Locale.TRADITIONAL_CHINESE, "提問",
                      Locale.KOREAN, "질문"),
                  List.of(),
                  false,
                  false),
              new CommandMenu.Entry(
                  "limit", Map.of(Locale.ENGLISH, "Limits"), List.of(), true, true)));

  final FakeTelegram fake = FakeTelegram.start();
  final BlockingQueue<Incoming> received = new LinkedBlockingQueue<>();
  Telegram bot = bot(fake.token());

  Telegram bot(String token) {
    return new Telegram(
        new TelegramSettings(Secret.of(token), URI.create(fake.url()), Mode.POLLING),
        InstantSource.system(),
        null);
  }

  /** Listens with an inbox that keeps everything. */
  Scene listening() {
    bot.start(received::add, MENU);
    await().until(() -> fake.commands().size() == 3);
    return this;
  }

  <T extends Incoming> T next(Class<T> type) {
    try {
      Incoming incoming = received.poll(4, TimeUnit.MINUTES);
      assertThat(incoming).isInstanceOf(type);
      return type.cast(incoming);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Nothing more came than was looked at, when all updates are confirmed. */
  void nothingMore() {
    await().atMost(Duration.ofMinutes(4)).until(() -> fake.unconfirmed() == 0);
    assertThat(received).isEmpty();
  }

  @Override
  public void close() {
    bot.close();
    fake.close();
  }
}
