package io.switchboard.telegram.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.Reaction;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.telegram.receive.Storing;
import io.switchboard.telegram.receive.UpdateReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.User;

/** Whatever happens while something is handed on, what comes after it is handed on, too. */
class DeliveredTest {
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Database database = TestDatabases.h2();
  private final UpdateTable table = new UpdateTable(database);
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private final Inbox inbox =
      new Inbox() {
        @Override
        public void receive(Incoming incoming) {}

        @Override
        public void deleted(PlaceId place, MessageId message) {}

        @Override
        public void react(Reaction reaction) {
          if (reaction.message().value().endsWith("/10")) {
            throw new StackOverflowError("as the test wants");
          }
          heard.add(reaction.message().value());
        }
      };

  private final Storing storing =
      new Storing(
          new UpdateReader(
              new User(1L, "bot", true),
              null,
              null,
              InstantSource.system(),
              (chat, number) -> {},
              (message, address) -> false),
          inbox);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anErrorInOneUpdateIsLeftOutWhenTheNextIsStored() throws InterruptedException {
    keep(10);
    keep(11);
    try (Delivered _ = new Delivered(table, storing, new Semaphore(0), LOOK)) {
      assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo("telegram:5/11");
    }
    assertThat(table.oldest(9)).isEmpty();
  }

  @Test
  void anErrorBesideTheUpdatesEndsARoundOnly() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();
    Semaphore news =
        new Semaphore(0) {
          @Override
          public int drainPermits() {
            if (rounds.incrementAndGet() == 1) {
              throw new StackOverflowError("as the test wants");
            }
            return super.drainPermits();
          }
        };
    keep(11);
    try (Delivered _ = new Delivered(table, storing, news, LOOK)) {
      assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo("telegram:5/11");
    }
  }

  private void keep(int update) {
    table.keep(
        update,
        """
        {"update_id": %1$d, "message_reaction": {
          "chat": {"id": 5, "type": "private", "first_name": "Ben"},
          "message_id": %1$d, "date": 1790000000,
          "user": {"id": 5, "is_bot": false, "first_name": "Ben"},
          "old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}]}}
        """
            .formatted(update));
  }
}
