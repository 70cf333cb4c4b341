package io.switchboard.telegram.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.switchboard.telegram.receive.Storing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Hands on what the webhook has kept. Only the process that listens does that. */
public final class Delivered implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger("Telegram");
  private static final int AT_ONCE = 100;

  private final UpdateTable table;
  private final Storing storing;
  private final Semaphore news;
  private final Duration look;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  Delivered(UpdateTable table, Storing storing, Semaphore news, Duration look) {
    this.look = look;
    this.table = table;
    this.storing = storing;
    this.news = news;
    this.thread = Thread.ofVirtual().name("telegram-delivered").start(this::handOn);
  }

  private void handOn() {
    while (closing.getCount() > 0) {
      try {
        Duration pause = round();
        boolean ignored =
            pause.isZero()
                ? news.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)
                : closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        log.warn("What Telegram brought cannot be read back yet: {}", e.toString());
        pause();
      }
    }
  }

  private void pause() {
    try {
      boolean ignored = closing.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long to wait before those that are left are tried again; zero if there are none. */
  private Duration round() {
    news.drainPermits();
    List<UpdateTable.Kept> kept = table.oldest(AT_ONCE);
    List<Update> updates = new ArrayList<>();
    List<Long> done = new ArrayList<>();
    for (UpdateTable.Kept one : kept) {
      done.add(one.id());
      try {
        updates.add(Storing.understood(one.body()));
      } catch (JsonProcessingException e) {
        log.error("Update {} is no JSON and is left out.", one.id());
      }
    }
    if (kept.isEmpty()) {
      return Duration.ZERO;
    }
    Storing.Left left = updates.isEmpty() ? null : storing.store(updates).orElse(null);
    if (left != null) {
      done.removeIf(id -> id >= left.update());
    }
    table.forget(done);
    boolean more = left == null && kept.size() == AT_ONCE;
    return more ? Duration.ofMillis(1) : left == null ? Duration.ZERO : left.pause();
  }

  /** Hands on no more; what is being stored is stored first. */
  @Override
  public void close() {
    closing.countDown();
    news.release();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
