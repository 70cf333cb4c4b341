package io.switchboard.queue;

import static io.switchboard.queue.QueueFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue.Stop;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.line.QueueClock;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a process left undone goes on in another. */
class TakenOverTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnAQueue {
    @Test
    void whatADeadProcessRanGoesOnInAnother() {
      RequestQueue dead = f.process("dead");
      RequestId id = f.ask(1, "lane", 10);
      f.ask(1, "lane", 10);
      dead.claim(ACCOUNT, 1);
      List<MessageId> shown = List.of(new MessageId("sandbox:7"), new MessageId("sandbox:8"));
      assertThat(dead.inChat().shownBy(id, 1, shown)).isTrue();
      f.pass(Duration.ofSeconds(9));
      assertThat(queue.upkeep().recover()).isZero();
      dead.upkeep().beat();
      f.pass(Duration.ofSeconds(9));
      assertThat(queue.upkeep().recover()).isZero();
      f.pass(Duration.ofSeconds(2));
      assertThat(queue.upkeep().recover()).isEqualTo(1);
      Claimed again = queue.claim(ACCOUNT, 1).orElseThrow();
      assertThat(again.id()).isEqualTo(id);
      assertThat(again.trace().attempt()).isEqualTo(2);
      assertThat(again.trace().shown())
          .containsExactly(new MessageId("sandbox:7"), new MessageId("sandbox:8"));
      // Should the dead one wake again, it hears that it is out, and what it says is not heard.
      AtomicInteger told = new AtomicInteger();
      dead.onStop(id, told::incrementAndGet);
      dead.upkeep().beat();
      assertThat(told).hasValue(1);
      assertThat(dead.stopWanted(id)).isTrue();
      assertThat(dead.inChat().isAt(id, 1)).isFalse();
      assertThat(dead.inChat().aboutToSend(id, 1, "too late")).isFalse();
      assertThat(dead.inChat().shownBy(id, 1, List.of())).isFalse();
      assertThat(queue.inChat().aboutToSend(id, 2, "bookmark")).isTrue();
      dead.finish(id, new Ending.Failed("woke up late"));
      assertThat(queue.stopWanted(id)).isFalse();
    }

    @Test
    void whatIsAnsweredFreesItsSlotAndLaneBeforeItIsDelivered() {
      RequestId id = f.ask(1, "lane", 10);
      RequestId next = f.ask(1, "lane", 10);
      f.claim(1);
      f.pass(Duration.ofSeconds(10));
      queue.answered(id, new Use(null, 5, 5));
      queue.answered(id, new Use(null, 5, 5));
      assertThat(f.claimAll(1)).containsExactly(next);
      assertThat(queue.stopWanted(id)).isFalse();
      assertThat(queue.stop(id, new MemberId(1))).isEqualTo(Stop.STOPPING);
      queue.finish(id, DONE);
      queue.finish(id, DONE);
      assertThat(queue.stopWanted(id)).isTrue();
      assertThat(f.claimAll(1)).isEmpty();
    }

    @Test
    void whatADeadProcessWasDeliveringIsDeliveredWhateverTheCap() {
      RequestQueue dead = f.process("dead");
      RequestId id = f.ask(1);
      dead.claim(ACCOUNT, 1);
      dead.answered(id, new Use(null, 5, 5));
      f.ask(2);
      assertThat(f.claim(1)).isPresent();
      f.pass(Duration.ofSeconds(11));
      assertThat(queue.upkeep().recover()).isEqualTo(1);
      dead.finish(id, DONE);
      Claimed again = queue.claim(ACCOUNT, 1).orElseThrow();
      assertThat(again.id()).isEqualTo(id);
      assertThat(again.account()).isEqualTo(ACCOUNT);
      assertThat(again.trace().attempt()).isEqualTo(2);
      dead.finish(id, DONE);
      queue.putBack(id, f.now().plusSeconds(5));
      assertThat(f.claim(1)).isEmpty();
      f.pass(Duration.ofSeconds(5));
      assertThat(f.claim(1)).contains(id);
      queue.finish(id, new Ending.Answered(0, 0));
      assertThat(f.claim(1)).isEmpty();
    }

    @Test
    void whatIsDeliveredEndsWithoutWaitingForTheQueuesClock() {
      RequestId id = f.ask(1);
      f.claim(1);
      queue.answered(id, new Use(null, 5, 5));
      f.database()
          .useTransaction(
              h -> {
                QueueClock.take(h);
                assertThat(CompletableFuture.runAsync(() -> queue.finish(id, DONE)))
                    .succeedsWithin(Duration.ofSeconds(10));
              });
      assertThat(queue.stopWanted(id)).isTrue();
    }

    @Test
    void ownWorkIsNotTakenForDead() {
      f.ask(1);
      f.claim(1);
      f.pass(Duration.ofMinutes(5));
      assertThat(queue.upkeep().recover()).isZero();
    }
  }
}
