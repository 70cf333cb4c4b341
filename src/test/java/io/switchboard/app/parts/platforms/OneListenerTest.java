package io.switchboard.app.parts.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.db.shared.Leases;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever happens in a round, somebody goes on listening. */
class OneListenerTest {
  private static final String LEASE = "listener:here";

  @Test
  void anErrorWhileItBeginsDoesNotKeepItFromListening() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch listens = new CountDownLatch(1);
    Runnable listen =
        () -> {
          if (begun.incrementAndGet() == 1) {
            throw new StackOverflowError("as the test wants");
          }
          listens.countDown();
        };
    try (Database database = TestDatabases.h2();
        OneListener _ = listener(database, listen, () -> {})) {
      assertThat(listens.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void anErrorWhileItStopsDoesNotKeepItFromTakingOverAgain() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger stopped = new AtomicInteger();
    Runnable stop =
        () -> {
          if (stopped.incrementAndGet() == 1) {
            throw new StackOverflowError("as the test wants");
          }
        };
    try (Database database = TestDatabases.h2();
        OneListener _ = listener(database, begun::incrementAndGet, stop)) {
      await().until(() -> begun.get() == 1);
      Leases other = new Leases(database);
      database.useTransaction(h -> h.execute("delete from lease"));
      await().until(() -> other.hold(LEASE, Duration.ofMinutes(1)) || stopped.get() > 0);
      await().until(() -> stopped.get() == 2);
      other.release(LEASE);
      await().until(() -> begun.get() == 2);
    }
  }

  private static OneListener listener(Database database, Runnable listen, Runnable stop) {
    return new OneListener(new OneListener.Ear("here", false, listen, stop), new Leases(database))
        .start();
  }
}
