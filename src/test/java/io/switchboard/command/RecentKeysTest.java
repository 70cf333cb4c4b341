package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.command.visit.RecentKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a platform delivers twice is done once, at the same time too. */
class RecentKeysTest {
  private final RecentKeys keys = new RecentKeys(100);
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void whoComesMeanwhileWaitsAndDoesNothing() throws InterruptedException {
    CountDownLatch under = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    threads.add(
        Thread.startVirtualThread(
            () ->
                keys.once(
                    "a",
                    () -> {
                      under.countDown();
                      await(goOn);
                      done.incrementAndGet();
                    })));
    under.await();
    for (int i = 0; i < 20; i++) {
      threads.add(Thread.startVirtualThread(() -> keys.once("a", done::incrementAndGet)));
    }
    keys.once("b", () -> assertThat(done).hasValue(0));
    goOn.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void whatFailedIsDoneWhenItComesAgain() {
    assertThatThrownBy(
            () ->
                keys.once(
                    "a",
                    () -> {
                      throw new IllegalStateException("no database");
                    }))
        .isInstanceOf(IllegalStateException.class);
    keys.once("a", done::incrementAndGet);
    keys.once("a", done::incrementAndGet);
    assertThat(done).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
