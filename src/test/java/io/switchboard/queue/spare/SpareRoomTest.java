package io.switchboard.queue.spare;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.FreshDatabase;
import io.switchboard.queue.QueueFixture;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.slots.Slots;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is asked of an account beside all requests is never in their way. */
class SpareRoomTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private QueueFixture f;

    @BeforeEach
    void start() {
      f = new QueueFixture(fresh(), QueueFixture.unlimited());
    }

    @AfterEach
    void stop() {
      f.close();
    }

    private static List<Slots> slots(int concurrency, int requests) {
      return List.of(
          new Slots(
              QueueFixture.ACCOUNT,
              new Slots.Caps(concurrency, requests, 0),
              1,
              Set.of(),
              Slots.Use.OPEN));
    }

    @Test
    void isThereOnlyWhileNothingWaitsAndASlotIsLeftBesideIt() {
      assertThat(f.queue.spare().take(slots(2, 0), 100)).isPresent();
      assertThat(f.queue.spare().take(slots(2, 0), 100)).isEmpty();
      assertThat(f.queue.spare().take(slots(3, 0), 100)).isPresent();
      f.ask(1);
      assertThat(f.queue.spare().take(slots(9, 0), 100)).isEmpty();
    }

    @Test
    void countsInTheAccountsCap() {
      SpareCall call = f.queue.spare().take(slots(2, 0), 100).orElseThrow();
      f.ask(1);
      f.ask(2);
      assertThat(f.claimAll(2)).hasSize(1);
      call.close();
      assertThat(f.claimAll(2)).hasSize(1);
    }

    @Test
    void isLeftAsSoonAsSomebodyNeedsIt() throws InterruptedException {
      SpareCall call = f.queue.spare().take(slots(1, 0), 100).orElseThrow();
      CountDownLatch needed = new CountDownLatch(1);
      call.onNeeded(needed::countDown);
      RequestId first = f.ask(1);
      assertThat(needed.await(4, TimeUnit.MINUTES)).isTrue();
      assertThat(f.claim(1)).isEmpty();
      call.close();
      assertThat(f.claim(1)).contains(first);
      f.queue.finish(first, new Ending.Answered(new Use(null, 5, 5)));
    }

    @Test
    void isLeftForAnotherProcessToo() throws InterruptedException {
      SpareCall call = f.queue.spare().take(slots(1, 0), 100).orElseThrow();
      CountDownLatch needed = new CountDownLatch(1);
      call.onNeeded(needed::countDown);
      f.process("there").submit(QueueFixture.question(1, "lane", 100));
      assertThat(needed.await(4, TimeUnit.MINUTES)).isTrue();
      call.close();
    }

    @Test
    void whatADeadProcessHadIsFreeAgainSoon() {
      assertThat(f.process("dead").spare().take(slots(1, 0), 100)).isPresent();
      RequestId one = f.ask(1);
      assertThat(f.claim(1)).isEmpty();
      f.pass(Duration.ofSeconds(11));
      assertThat(f.claim(1)).contains(one);
    }

    @Test
    void takesNoMoreThanHalfOfAMinute() {
      f.queue.spare().take(slots(5, 4), 100).orElseThrow().close();
      f.queue.spare().take(slots(5, 4), 100).orElseThrow().close();
      assertThat(f.queue.spare().take(slots(5, 4), 100)).isEmpty();
      assertThat(f.queue.spare().take(slots(5, 1), 100)).isEmpty();
      f.pass(Duration.ofSeconds(62));
      assertThat(f.queue.spare().take(slots(5, 4), 100)).isPresent();
    }

    @Test
    void isChargedToNobody() {
      SpareCall call = f.queue.spare().take(slots(2, 0), 100).orElseThrow();
      call.used(340);
      call.close();
      assertThat(f.queue.busy().account(QueueFixture.ACCOUNT).day().tokens()).isEqualTo(340);
      assertThat(f.queue.busy().lately().day().tokens()).isZero();
    }
  }
}
