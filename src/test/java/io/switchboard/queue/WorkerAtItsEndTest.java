package io.switchboard.queue;

import static io.switchboard.queue.QueueFixture.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.FreshDatabase;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a worker does with what it runs when its process stops. */
class WorkerAtItsEndTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnAQueue {
    @Test
    void whatDoesNotEndInTimeIsPutBackWhenTheProcessStops() throws Exception {
      CountDownLatch begun = new CountDownLatch(1);
      RequestId id = f.ask(1);
      Worker worker =
          worker(
              f.queue,
              1,
              claimed -> {
                begun.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      assertThat(begun.await(4, TimeUnit.MINUTES)).isTrue();
      worker.close(Duration.ofMillis(50));
      assertThat(f.claimAll(9)).containsExactly(id);
    }

    @Test
    void whatEndsInTimeIsFinishedWhenTheProcessStops() throws Exception {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      f.ask(1);
      f.ask(2);
      Worker worker =
          worker(
              f.queue,
              1,
              claimed -> {
                begun.countDown();
                try {
                  end.await();
                  f.queue.finish(claimed.id(), DONE);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      assertThat(begun.await(4, TimeUnit.MINUTES)).isTrue();
      Thread closing = Thread.startVirtualThread(() -> worker.close(Duration.ofSeconds(20)));
      // It claims no more from where it waits for what runs.
      await().until(() -> awaits(closing));
      end.countDown();
      closing.join();
      assertThat(f.claimAll(9)).as("the second was not begun").hasSize(1);
    }

    private static boolean awaits(Thread thread) {
      return Stream.of(thread.getStackTrace())
          .anyMatch(
              f ->
                  f.getClassName().equals(Worker.class.getName())
                      && f.getMethodName().equals("await"));
    }
  }
}
