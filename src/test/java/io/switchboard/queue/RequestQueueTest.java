package io.switchboard.queue;

import static io.switchboard.queue.QueueFixture.ACCOUNT;
import static io.switchboard.queue.QueueFixture.PLACE;
import static io.switchboard.queue.QueueFixture.asker;
import static io.switchboard.queue.QueueFixture.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue.Stop;
import io.switchboard.queue.busy.HowBusy;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class RequestQueueTest {
  private static final Ending DONE = new Ending.Answered(50, 50);

  private QueueFixture f;
  private RequestQueue queue;

  abstract Database open();

  @BeforeEach
  void start() {
    f = new QueueFixture(open(), QueueFixture.unlimited());
    queue = f.queue;
  }

  @AfterEach
  void stop() {
    f.close();
  }

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
                new Claimed.Trace(1, f.now().minusSeconds(3), null, List.of(), null)));
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
    assertThat(f.drain()).containsExactly(light1, light2, heavy.get(1), heavy.get(2), heavy.get(3));
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
    assertThat(queue.recover()).isEqualTo(1);
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
    queue.recover();
    assertThat(f.claimAll(9)).containsExactly(id);
  }

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
    queue.beat();
    assertThat(f.process("other").stop(id, new MemberId(1))).isEqualTo(Stop.STOPPING);
    assertThat(told).hasValue(0);
    queue.beat();
    assertThat(told).hasValue(1);
  }

  @Test
  void whatADeadProcessRanGoesOnInAnother() {
    RequestQueue dead = f.process("dead");
    RequestId id = f.ask(1, "lane", 10);
    f.ask(1, "lane", 10);
    dead.claim(ACCOUNT, 1);
    dead.inChat().shownBy(id, List.of(new MessageId("sandbox:7"), new MessageId("sandbox:8")));
    f.pass(Duration.ofSeconds(9));
    assertThat(queue.recover()).isZero();
    dead.beat();
    f.pass(Duration.ofSeconds(9));
    assertThat(queue.recover()).isZero();
    f.pass(Duration.ofSeconds(2));
    assertThat(queue.recover()).isEqualTo(1);
    Claimed again = queue.claim(ACCOUNT, 1).orElseThrow();
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.trace().attempt()).isEqualTo(2);
    assertThat(again.trace().shown())
        .containsExactly(new MessageId("sandbox:7"), new MessageId("sandbox:8"));
    // Should the dead one wake again, it hears that it is out, and what it says is not heard.
    AtomicInteger told = new AtomicInteger();
    dead.onStop(id, told::incrementAndGet);
    dead.beat();
    assertThat(told).hasValue(1);
    assertThat(dead.stopWanted(id)).isTrue();
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
    assertThat(queue.recover()).isEqualTo(1);
    Claimed again = queue.claim(ACCOUNT, 1).orElseThrow();
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.account()).isEqualTo(ACCOUNT);
    assertThat(again.trace().attempt()).isEqualTo(2);
    queue.putBack(id, f.now().plusSeconds(5));
    assertThat(f.claim(1)).isEmpty();
    f.pass(Duration.ofSeconds(5));
    assertThat(f.claim(1)).contains(id);
    queue.finish(id, new Ending.Answered(0, 0));
    assertThat(f.claim(1)).isEmpty();
  }

  @Test
  void ownWorkIsNotTakenForDead() {
    f.ask(1);
    f.claim(1);
    f.pass(Duration.ofMinutes(5));
    assertThat(queue.recover()).isZero();
  }

  @Test
  void aWishToStopOutlivesTheProcessThatRan() {
    RequestQueue dead = f.process("dead");
    RequestId id = f.ask(1, "lane", 10);
    dead.claim(ACCOUNT, 1);
    dead.inChat().shownBy(id, List.of(new MessageId("sandbox:7")));
    queue.stop(id, new MemberId(1));
    f.pass(Duration.ofSeconds(11));
    queue.recover();
    queue.claim(ACCOUNT, 1).orElseThrow();
    assertThat(queue.stopWanted(id)).isTrue();
  }

  @Test
  void stoppingAnAnswerThatWaitsToGoOnBringsItToItsEnd() {
    RequestId id = f.ask(1, "lane", 10);
    f.claim(1);
    queue.inChat().shownBy(id, List.of(new MessageId("sandbox:7")));
    queue.putBack(id, f.now().plusSeconds(300));
    assertThat(queue.stop(id, new MemberId(1))).isEqualTo(Stop.STOPPING);
    assertThat(f.claim(1)).contains(id);
    assertThat(queue.stopWanted(id)).isTrue();
    queue.putBack(id, f.now().plusSeconds(300));
    assertThat(f.claim(1)).contains(id);
  }

  @Test
  void positionsAreExactForMembersWithOneRequestEach() {
    f.claim(2);
    List<RequestId> ids = new ArrayList<>();
    for (int member = 0; member < 6; member++) {
      RequestId id = f.ask(member);
      ids.add(id);
      assertThat(queue.position(id).orElseThrow().ahead()).isEqualTo(member);
    }
    assertThat(queue.position(ids.get(0)).orElseThrow().startsNow()).isTrue();
    assertThat(queue.position(ids.get(1)).orElseThrow().startsNow()).isTrue();
    assertThat(queue.position(ids.get(2)).orElseThrow().startsIn()).isNull();
    assertThat(f.claimAll(2)).containsExactly(ids.get(0), ids.get(1));
    assertThat(queue.position(ids.get(0))).isEmpty();
    assertThat(queue.position(ids.get(5)).orElseThrow().ahead()).isEqualTo(3);
    f.pass(Duration.ofSeconds(10));
    queue.finish(ids.get(0), DONE);
    assertThat(queue.position(ids.get(2)).orElseThrow()).isEqualTo(new Position(0, Duration.ZERO));
    assertThat(queue.position(ids.get(3)).orElseThrow())
        .isEqualTo(new Position(1, Duration.ofSeconds(5)));
    assertThat(queue.position(ids.get(5)).orElseThrow())
        .isEqualTo(new Position(3, Duration.ofSeconds(15)));
  }

  @Test
  void positionsCountFairnessAndOnesOwn() {
    f.claim(1);
    RequestId heavy1 = f.ask(1, "a", 100);
    RequestId heavy2 = f.ask(1, "b", 100);
    RequestId heavy3 = f.ask(1, "b", 100);
    RequestId light = f.ask(2, "c", 100);
    assertThat(List.of(heavy1, heavy2, heavy3, light))
        .extracting(id -> queue.position(id).orElseThrow().ahead())
        .containsExactly(0, 2, 3, 1);
  }

  @Test
  void nobodyKnowsTheStartWhileNobodyClaims() {
    assertThat(queue.position(f.ask(1)).orElseThrow()).isEqualTo(new Position(0, null));
  }

  @Test
  void notesBelongToWhatWaits() {
    RequestId first = f.ask(1);
    RequestId second = f.ask(2);
    assertThat(queue.inChat().waitingNote(first, new MessageId("sandbox:1"))).isTrue();
    f.pass(Duration.ofSeconds(1));
    assertThat(queue.inChat().waitingNote(second, new MessageId("sandbox:2"))).isTrue();
    assertThat(queue.inChat().waitingNotes(9))
        .extracting(InChat.WaitingNote::request, n -> n.note().value())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(first, "sandbox:1"),
            org.assertj.core.groups.Tuple.tuple(second, "sandbox:2"));
    f.pass(Duration.ofSeconds(1));
    queue.inChat().waitingNote(first, new MessageId("sandbox:1"));
    assertThat(queue.inChat().waitingNotes(1))
        .extracting(InChat.WaitingNote::request)
        .containsExactly(second);
    Claimed claimed = queue.claim(ACCOUNT, 1).orElseThrow();
    assertThat(claimed.trace().note()).isEqualTo(new MessageId("sandbox:1"));
    assertThat(queue.inChat().waitingNote(first, new MessageId("sandbox:3"))).isFalse();
    queue.stop(second, new MemberId(2));
    assertThat(queue.inChat().waitingNotes(9)).isEmpty();
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
    assertThat(queue.of(new MemberId(1)).open(new io.switchboard.chat.PlaceId("sandbox:9")))
        .isEmpty();
    queue.finish(running, DONE);
    assertThat(queue.of(new MemberId(1)).open(PLACE)).containsExactly(waiting);
  }
}

class RequestQueueOnH2Test extends RequestQueueTest {
  @Override
  Database open() {
    return TestDatabases.h2();
  }
}

class RequestQueueOnPostgresTest extends RequestQueueTest {
  @Override
  Database open() {
    return TestDatabases.postgres();
  }
}
