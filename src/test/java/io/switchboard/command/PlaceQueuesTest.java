package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.PlaceId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlaceQueuesTest {
  private final PlaceQueues replies = new PlaceQueues();

  @Test
  void anErrorDoesNotSilenceItsPlace() throws InterruptedException {
    PlaceId place = new PlaceId("telegram:5");
    CountDownLatch said = new CountDownLatch(1);
    replies.add(
        place,
        () -> {
          throw new StackOverflowError("as the test wants");
        });
    replies.add(place, said::countDown);
    assertThat(said.await(1, TimeUnit.MINUTES)).isTrue();
  }
}
