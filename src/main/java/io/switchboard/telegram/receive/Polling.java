package io.switchboard.telegram.receive;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.chat.event.Inbox;
import io.switchboard.config.Secret;
import io.switchboard.telegram.api.BotApi;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Long polling. An update counts as received only when it is stored: if that fails, the session is
 * set back to before it, and Telegram delivers it again.
 */
public final class Polling implements LongPollingUpdateConsumer {
  private static final Logger log = LoggerFactory.getLogger("Telegram");

  /** How long Telegram holds a poll open when there is nothing. */
  private static final Duration HOLD = Duration.ofSeconds(25);

  /** Telegram may number anew after a quiet week; the old number would then hide all that comes. */
  private static final long FORGET_NUMBER_AFTER = Duration.ofDays(1).toNanos();

  private final Storing storing;
  private final PollHealth health = new PollHealth();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final OkHttpClient http;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("telegram-updates").daemon().factory());
  private final BotSession session;

  // Only the thread above sees it.
  private long lastNews = System.nanoTime();

  public Polling(Secret token, URI apiUrl, UpdateReader reader, Inbox inbox) {
    this.storing = new Storing(reader, inbox);
    this.http =
        BotApi.client(apiUrl).readTimeout(HOLD.plusSeconds(15)).addInterceptor(health).build();
    this.session =
        new BotSession(
            new ObjectMapper(),
            http,
            thread,
            token.reveal(),
            () -> BotApi.url(apiUrl),
            this::next,
            () -> health,
            this);
  }

  /**
   * Begins; may be tried again if it failed.
   *
   * @throws TelegramApiException if Telegram could not be told that there is no webhook
   */
  public void start() throws TelegramApiException {
    session.start();
  }

  /** Whether Telegram answers, as far as is known. */
  public boolean isFine() {
    return health.isFine();
  }

  private GetUpdates next(int last) {
    int after = last;
    if (last > 0 && System.nanoTime() - lastNews > FORGET_NUMBER_AFTER) {
      // All up to that number is confirmed since the poll after it.
      lastNews = System.nanoTime();
      session.getLastReceivedUpdate().set(0);
      after = 0;
    }
    return new OneByOne(after + 1, (int) HOLD.toSeconds(), UpdateReader.KINDS);
  }

  @Override
  public void consume(List<Update> updates) {
    lastNews = System.nanoTime();
    if (updates.isEmpty()) {
      return; // the session has left out what it had before; an exception would end it for ever
    }
    if (closing.getCount() == 0) {
      setBackTo(first(updates));
      return;
    }
    left(updates)
        .ifPresent(
            left -> {
              setBackTo(left.update());
              pause(left.pause().toMillis());
            });
  }

  private Optional<Storing.Left> left(List<Update> updates) {
    try {
      return storing.store(updates);
    } catch (RuntimeException | Error e) {
      log.error("Telegram's updates could not be handed on; they will be given again", e);
      return Optional.of(new Storing.Left(first(updates), PollHealth.LONGEST));
    }
  }

  private static int first(List<Update> updates) {
    return updates.stream().mapToInt(Update::getUpdateId).min().orElseThrow();
  }

  private void setBackTo(int update) {
    session.getLastReceivedUpdate().set(update - 1);
  }

  private void pause(long millis) {
    try {
      boolean ignored = closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops polling; what is being stored is stored first. */
  @Override
  public void close() {
    closing.countDown();
    health.close();
    session.stop();
    http.dispatcher().cancelAll();
    thread.shutdown(); // without an interrupt, which could tear a write to the database apart
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("Telegram's updates are still being stored.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
