package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.config.Secret;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

/** Far more work at once than there are connections. */
class CrowdTest {
  private static final Duration SHORT = Duration.ofSeconds(2);

  private static Database withTwoConnections() {
    return Database.open(
        new DatabaseSettings(TestDatabases.h2Url(), "", Secret.of(""), 2, 0), SHORT);
  }

  @Test
  void whoWaitsLongerThanOneMayIsServedWhileOthersAre() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Database database = withTwoConnections();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> crowd =
          IntStream.range(0, 24)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> database.read(h -> held(never, SHORT.dividedBy(8))))
              .toList();
      assertThat(threads.invokeAll(crowd)).allMatch(f -> f.state() == Future.State.SUCCESS);
    }
  }

  @Test
  void whereNothingGoesOnNobodyWaitsForEver() throws Exception {
    CountDownLatch holds = new CountDownLatch(2);
    CountDownLatch over = new CountDownLatch(1);
    try (Database database = withTwoConnections();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        threads.submit(
            () ->
                database.read(
                    h -> {
                      holds.countDown();
                      return held(over, Duration.ofMinutes(1));
                    }));
      }
      holds.await();
      assertThatThrownBy(() -> database.read(h -> true)).isInstanceOf(ConnectionException.class);
      over.countDown();
    }
  }

  private static boolean held(CountDownLatch until, Duration most) {
    try {
      return until.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
