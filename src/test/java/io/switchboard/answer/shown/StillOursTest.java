package io.switchboard.answer.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StillOursTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch back = new CountDownLatch(1);

  @Test
  void theDatabaseSays() {
    assertThat(new StillOurs(() -> true).asFarAsKnown()).isTrue();
    assertThat(new StillOurs(() -> false).asFarAsKnown()).isFalse();
    StillOurs broken =
        new StillOurs(
            () -> {
              throw new IllegalArgumentException("no table");
            });
    assertThatThrownBy(broken::asFarAsKnown).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(broken::asFarAsKnown).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whileItIsAwayItGrowsOnAndOneAsks() {
    StillOurs ours = new StillOurs(this::isBack);
    assertThat(ours.asFarAsKnown()).isTrue();
    assertThat(ours.asFarAsKnown()).isTrue();
    assertThat(asked).hasValue(1);
    back.countDown();
    await().until(() -> !ours.asFarAsKnown());
  }

  private boolean isBack() {
    asked.incrementAndGet();
    try {
      back.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return false;
  }
}
