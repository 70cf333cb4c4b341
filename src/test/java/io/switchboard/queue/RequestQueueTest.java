package io.switchboard.queue;

import static io.switchboard.queue.QueueFixture.ACCOUNT;
import static io.switchboard.queue.QueueFixture.PLACE;
import static io.switchboard.queue.QueueFixture.asker;
import static io.switchboard.queue.QueueFixture.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.queue.busy.HowBusy;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestQueueTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnAQueue {
    @Test
    void whatIsHandedOutIsWhatCameIn() {
      RequestId id = f.ask(1, "lane", 100);
      f.pass(Duration.ofSeconds(3));
      Claimed claimed = queue.claim(ACCOUNT, 1).orElseThrow();
      assertThat(claimed)
          .isEqualTo(
              new Claimed(
                  id,
                  asker(1),
                  new Destination(PLACE, "reply"),
                  new Claimed.By(ACCOUNT, null),
                  "question of 1 in lane",
                  new Claimed.Trace(1, null, List.of(), null)));
    }

    @Test
    void whatIsExpectedOfAnAnswerIsNotHeldAgainstWhoComesWhileItRuns() {
      f.ask(1, "long", 500);
      RequestId runs = f.claim(1).orElseThrow();
      f.ask(1, "more", 500);
      f.ask(1, "and more", 500);
      RequestId newcomers = f.ask(2, "new", 500);
      queue.finish(runs, new Ending.Answered(50, 50));
      assertThat(f.claim(1)).contains(newcomers);
    }

    @Test
    void oneEventIsOneRequestHoweverOftenItComes() {
      RequestId id =
          ((Admission.Queued) queue.submit(question("telegram:update/5", 1, "lane", 1))).id();
      assertThat(queue.submit(question("telegram:update/5", 1, "lane", 1)))
          .isEqualTo(new Admission.AlreadySeen(id));
      f.drain();
      assertThat(f.process("other").submit(question("telegram:update/5", 2, "x", 1)))
          .isEqualTo(new Admission.AlreadySeen(id));
      assertThat(f.drain()).isEmpty();
    }

    @Test
    void aLaneIsAnsweredInItsOrderOneAfterTheOther() {
      RequestId first = f.ask(1, "lane", 100);
      RequestId second = f.ask(1, "lane", 100);
      RequestId third = f.ask(2, "lane", 100);
      assertThat(f.claimAll(9)).containsExactly(first);
      queue.finish(first, DONE);
      assertThat(f.claimAll(9)).containsExactly(second);
      queue.finish(second, new Ending.Failed("broken"));
      assertThat(f.claimAll(9)).containsExactly(third);
    }

    @Test
    void theCapHoldsOverAllProcesses() {
      for (int i = 0; i < 5; i++) {
        f.ask(i);
      }
      RequestQueue other = f.process("other");
      assertThat(queue.claim(ACCOUNT, 2)).isPresent();
      RequestId second = other.claim(ACCOUNT, 2).orElseThrow().id();
      assertThat(queue.claim(ACCOUNT, 2)).isEmpty();
      assertThat(other.claim(ACCOUNT, 2)).isEmpty();
      assertThat(queue.claim("spare", 1)).isPresent();
      other.finish(second, DONE);
      assertThat(queue.claim(ACCOUNT, 2)).isPresent();
    }

    @Test
    void membersTakeTurnsByServiceReceived() {
      List<RequestId> heavy = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        heavy.add(f.ask(1, "heavy" + i, 1000));
      }
      RequestId light1 = f.ask(2, "light1", 100);
      RequestId light2 = f.ask(2, "light2", 100);
      assertThat(f.claim(1)).contains(heavy.get(0));
      queue.finish(heavy.get(0), new Ending.Answered(500, 500));
      assertThat(f.drain())
          .containsExactly(light1, light2, heavy.get(1), heavy.get(2), heavy.get(3));
    }

    @Test
    void havingBeenAwayGivesNoCredit() {
      f.ask(2, "before", 100);
      f.drain();
      for (int i = 0; i < 20; i++) {
        f.ask(1, "busy" + i, 1000);
        queue.finish(f.claim(1).orElseThrow(), new Ending.Answered(500, 500));
      }
      RequestId busy1 = f.ask(1, "busy", 1000);
      RequestId back1 = f.ask(2, "back1", 1000);
      RequestId back2 = f.ask(2, "back2", 1000);
      RequestId busy2 = f.ask(1, "busy-too", 1000);
      List<RequestId> order = f.drain();
      assertThat(order).containsExactly(busy1, back1, back2, busy2);
    }

    @Test
    void whatWasExpectedIsCorrectedByTheTruth() {
      RequestId small = f.ask(1, "a", 10);
      f.ask(1, "b", 10);
      RequestId other = f.ask(2, "c", 500);
      RequestId otherToo = f.ask(2, "d", 500);
      assertThat(f.claim(1)).contains(small);
      queue.finish(small, new Ending.Answered(10, 5000));
      assertThat(f.claim(1)).contains(other);
      queue.finish(other, DONE);
      assertThat(f.claim(1)).contains(otherToo);
    }

    @Test
    void aLongAnswerCountsWhileItGoesOn() {
      RequestId endless = f.ask(1, "a", 10);
      RequestId next = f.ask(1, "b", 10);
      RequestId other = f.ask(2, "c", 500);
      RequestId otherToo = f.ask(2, "d", 500);
      assertThat(f.claim(9)).contains(endless);
      queue.progressed(endless, 4000);
      queue.progressed(endless, 3000);
      assertThat(f.claimAll(9)).containsExactly(other, otherToo, next);
    }

    @Test
    void finishingTwiceChangesNothing() {
      RequestId id = f.ask(1, "lane", 10);
      f.ask(1, "lane", 10);
      f.claim(1);
      queue.finish(id, DONE);
      queue.finish(id, new Ending.Failed("late"));
      queue.putBack(id, f.now());
      assertThat(f.claimAll(9)).hasSize(1).doesNotContain(id);
    }

    @Test
    void whatIsPutBackKeepsItsPlaceAndWaitsForItsTime() {
      RequestId id = f.ask(1, "a", 10);
      RequestId younger = f.ask(1, "b", 10);
      f.claim(1);
      queue.putBack(id, f.now().plusSeconds(30));
      assertThat(f.claim(1)).contains(younger);
      queue.finish(younger, DONE);
      assertThat(f.claim(1)).isEmpty();
      f.pass(Duration.ofSeconds(30));
      assertThat(queue.upkeep().recover()).isEqualTo(1);
      Claimed again = queue.claim(ACCOUNT, 1).orElseThrow();
      assertThat(again.id()).isEqualTo(id);
      assertThat(again.trace().attempt()).isEqualTo(2);
    }

    @Test
    void aLaneWaitsForItsOldestEvenWhenThatWasPutBack() {
      RequestId id = f.ask(1, "lane", 10);
      f.ask(1, "lane", 10);
      f.claim(1);
      queue.putBack(id, f.now().plusSeconds(30));
      assertThat(f.claim(9)).isEmpty();
      f.pass(Duration.ofSeconds(31));
      queue.upkeep().recover();
      assertThat(f.claimAll(9)).containsExactly(id);
    }

    @Test
    void theLoadIsCounted() {
      f.ask(1, "lane", 10);
      f.ask(1, "lane", 10);
      f.ask(2);
      f.claim(1);
      assertThat(queue.busy().load()).isEqualTo(new HowBusy.Load(1, 2));
      queue.stop(f.ask(3), new MemberId(3));
      assertThat(queue.busy().load()).isEqualTo(new HowBusy.Load(1, 2));
    }

    @Test
    void openOnesAreFoundByMemberAndPlace() {
      RequestId running = f.ask(1);
      f.claim(1);
      RequestId waiting = f.ask(1);
      f.ask(2);
      assertThat(queue.of(new MemberId(1)).open(PLACE)).containsExactly(running, waiting);
      assertThat(queue.of(new MemberId(1)).open(new PlaceId("sandbox:9"))).isEmpty();
      queue.finish(running, DONE);
      assertThat(queue.of(new MemberId(1)).open(PLACE)).containsExactly(waiting);
    }
  }
}
