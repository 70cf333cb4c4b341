package io.switchboard.queue;

import static io.switchboard.queue.QueueFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue.Stop;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a request that is not wanted any more. */
class StoppingTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnAQueue {
    @Test
    void whatWaitsIsCancelledAndTheNextOfItsLaneComes() {
      RequestId first = f.ask(1, "lane", 10);
      RequestId second = f.ask(1, "lane", 10);
      RequestId third = f.ask(1, "lane", 10);
      assertThat(queue.stop(second, new MemberId(2))).isEqualTo(Stop.NOTHING);
      assertThat(queue.stop(second, new MemberId(1))).isEqualTo(Stop.CANCELLED);
      assertThat(queue.stop(second, new MemberId(1))).isEqualTo(Stop.OVER);
      assertThat(queue.stop(second, new MemberId(2))).isEqualTo(Stop.NOTHING);
      assertThat(queue.stop(first, new MemberId(1))).isEqualTo(Stop.CANCELLED);
      assertThat(f.claimAll(9)).containsExactly(third);
      assertThat(queue.stop(new RequestId(99), new MemberId(1))).isEqualTo(Stop.NOTHING);
    }

    @Test
    void whatRunsIsToldToStopOnceAtOnce() {
      RequestId id = f.ask(1, "lane", 10);
      f.claim(1);
      AtomicInteger told = new AtomicInteger();
      queue.onStop(id, told::incrementAndGet);
      assertThat(queue.stopWanted(id)).isFalse();
      assertThat(told).hasValue(0);
      assertThat(queue.stop(id, new MemberId(1))).isEqualTo(Stop.STOPPING);
      assertThat(told).hasValue(1);
      assertThat(queue.stop(id, new MemberId(1))).isEqualTo(Stop.STOPPING);
      assertThat(told).hasValue(1);
      assertThat(queue.stopWanted(id)).isTrue();
      AtomicInteger late = new AtomicInteger();
      queue.onStop(id, late::incrementAndGet);
      assertThat(late).hasValue(1);
      queue.finish(id, DONE);
      assertThat(queue.stop(id, new MemberId(1))).isEqualTo(Stop.OVER);
    }

    @Test
    void aStopFromAnotherProcessIsHeardWithTheNextBeat() {
      RequestId id = f.ask(1, "lane", 10);
      f.claim(1);
      AtomicInteger told = new AtomicInteger();
      queue.onStop(id, told::incrementAndGet);
      queue.upkeep().beat();
      assertThat(f.process("other").stop(id, new MemberId(1))).isEqualTo(Stop.STOPPING);
      assertThat(told).hasValue(0);
      queue.upkeep().beat();
      assertThat(told).hasValue(1);
    }

    @Test
    void aWishToStopOutlivesTheProcessThatRan() {
      RequestQueue dead = f.process("dead");
      RequestId id = f.ask(1, "lane", 10);
      dead.claim(ACCOUNT, 1);
      dead.inChat().shownBy(id, 1, List.of(new MessageId("sandbox:7")));
      queue.stop(id, new MemberId(1));
      f.pass(Duration.ofSeconds(11));
      queue.upkeep().recover();
      queue.claim(ACCOUNT, 1).orElseThrow();
      assertThat(queue.stopWanted(id)).isTrue();
    }

    @Test
    void stoppingAnAnswerThatWaitsToGoOnBringsItToItsEnd() {
      RequestId id = f.ask(1, "lane", 10);
      f.claim(1);
      queue.inChat().shownBy(id, 1, List.of(new MessageId("sandbox:7")));
      queue.putBack(id, f.now().plusSeconds(300));
      assertThat(queue.stop(id, new MemberId(1))).isEqualTo(Stop.STOPPING);
      assertThat(f.claim(1)).contains(id);
      assertThat(queue.stopWanted(id)).isTrue();
      queue.putBack(id, f.now().plusSeconds(300));
      assertThat(f.claim(1)).contains(id);
    }
  }
}
