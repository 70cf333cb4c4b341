package io.switchboard.queue;

import static io.switchboard.queue.QueueFixture.ACCOUNT;
import static io.switchboard.queue.QueueFixture.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.FreshDatabase;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.slots.Slots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {
    @Test
    void whatRanWhenTheProcessDiedGoesOnAtOnce() throws Exception {
      String url = TestDatabases.h2Url();
      RequestId id;
      try (QueueFixture before =
          new QueueFixture(TestDatabases.open(url), QueueFixture.unlimited())) {
        id = before.ask(1);
        before.claim(1);
      }
      try (QueueFixture after =
          new QueueFixture(TestDatabases.open(url), QueueFixture.unlimited())) {
        BlockingQueue<Claimed> begun = new LinkedBlockingQueue<>();
        RequestQueue queue = after.process("next");
        try (Worker worker =
            new Worker(
                queue,
                claimed -> {
                  begun.add(claimed);
                  queue.finish(claimed.id(), new Ending.Answered(1, 1));
                },
                () -> List.of(Slots.of(ACCOUNT, 1)))) {
          worker.start();
          assertThat(begun.poll(4, TimeUnit.MINUTES)).extracting(Claimed::id).isEqualTo(id);
        }
      }
    }
  }

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {
    @Test
    void twoProcessesShareTheWorkAndNeitherRunsWhatTheOtherDoes() {
      Set<RequestId> run = ConcurrentHashMap.newKeySet();
      AtomicInteger twice = new AtomicInteger();
      AtomicInteger done = new AtomicInteger();
      AtomicInteger atOnce = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      Function<RequestQueue, RequestRunner> counting =
          queue ->
              claimed -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                if (!run.add(claimed.id())) {
                  twice.incrementAndGet();
                }
                Thread.yield();
                atOnce.decrementAndGet();
                queue.finish(claimed.id(), DONE);
                done.incrementAndGet();
              };
      RequestQueue other = f.process("other");
      for (int i = 0; i < 60; i++) {
        f.ask(i % 7);
      }
      try (Worker here = worker(f.queue, 3, counting.apply(f.queue));
          Worker there = worker(other, 3, counting.apply(other))) {
        for (int i = 0; i < 60; i++) {
          f.ask(i % 7);
        }
        await().until(() -> done.get() >= 120);
      }
      assertThat(twice).hasValue(0);
      assertThat(run).hasSize(120);
      assertThat(most.get()).isLessThanOrEqualTo(3);
    }
  }

  abstract static class Cases extends OnAQueue {
    @Test
    void startsWhatComesAtOnceAndTheNextWhenOneEnds() throws Exception {
      BlockingQueue<Claimed> begun = new LinkedBlockingQueue<>();
      Map<RequestId, CountDownLatch> ends = new ConcurrentHashMap<>();
      try (Worker worker =
          worker(
              f.queue,
              2,
              claimed -> {
                CountDownLatch end =
                    ends.computeIfAbsent(claimed.id(), id -> new CountDownLatch(1));
                begun.add(claimed);
                try {
                  end.await();
                } catch (InterruptedException e) {
                  return;
                }
                f.queue.finish(claimed.id(), DONE);
              })) {
        RequestId first = f.ask(1);
        assertThat(begun.poll(4, TimeUnit.MINUTES)).extracting(Claimed::id).isEqualTo(first);
        RequestId second = f.ask(2);
        assertThat(begun.poll(4, TimeUnit.MINUTES)).extracting(Claimed::id).isEqualTo(second);
        RequestId third = f.ask(3);
        assertThat(begun.poll(300, TimeUnit.MILLISECONDS)).isNull();
        ends.get(first).countDown();
        assertThat(begun.poll(4, TimeUnit.MINUTES)).extracting(Claimed::id).isEqualTo(third);
        ends.values().forEach(CountDownLatch::countDown);
        await().until(() -> f.queue.of(new MemberId(3)).open(QueueFixture.PLACE).isEmpty());
      }
    }

    private void passUntil(BooleanSupplier there) {
      await()
          .atMost(Duration.ofMinutes(4))
          .until(
              () -> {
                f.pass(Duration.ofSeconds(5));
                return there.getAsBoolean();
              });
    }

    @Test
    void aRunnerIsToldOnceThatItsRequestIsGivenUp() {
      BlockingQueue<RequestId> givenUp = new LinkedBlockingQueue<>();
      RequestRunner runner =
          new RequestRunner() {
            @Override
            public void run(Claimed request) {
              throw new IllegalStateException("this runner breaks down, as the test wants");
            }

            @Override
            public void gaveUp(Claimed request) {
              assertThat(f.queue.upkeep().runs(request.id())).isFalse();
              givenUp.add(request.id());
            }
          };
      RequestId id = f.ask(1);
      try (Worker worker = worker(f.queue, 1, runner)) {
        passUntil(() -> !givenUp.isEmpty());
      }
      assertThat(givenUp).containsExactly(id);
    }

    @Test
    void aRunnerThatBreaksDownIsTriedAgainAndInTheEndFails() {
      AtomicInteger tries = new AtomicInteger();
      RequestId id = f.ask(1, "lane", 10);
      f.ask(1, "lane", 10);
      Set<RequestId> answered = ConcurrentHashMap.newKeySet();
      try (Worker worker =
          worker(
              f.queue,
              1,
              claimed -> {
                if (claimed.id().equals(id)) {
                  tries.incrementAndGet();
                  throw new IllegalStateException("this runner breaks down, as the test wants");
                }
                answered.add(claimed.id());
                f.queue.finish(claimed.id(), DONE);
              })) {
        passUntil(() -> !answered.isEmpty());
      }
      assertThat(tries).hasValue(5);
    }

    @Test
    void anErrorIsLikeAnyFailureAndTheSlotIsFreeThen() {
      AtomicInteger tries = new AtomicInteger();
      BlockingQueue<RequestId> givenUp = new LinkedBlockingQueue<>();
      Set<RequestId> answered = ConcurrentHashMap.newKeySet();
      RequestId poison = f.ask(1, "lane", 10);
      RequestId next = f.ask(1, "lane", 10);
      RequestRunner runner =
          new RequestRunner() {
            @Override
            public void run(Claimed request) {
              if (request.id().equals(poison)) {
                tries.incrementAndGet();
                throw new StackOverflowError("as the test wants");
              }
              answered.add(request.id());
              f.queue.finish(request.id(), DONE);
            }

            @Override
            public void gaveUp(Claimed request) {
              givenUp.add(request.id());
              throw new StackOverflowError("as the test wants");
            }
          };
      try (Worker worker = worker(f.queue, 1, runner)) {
        passUntil(() -> answered.contains(next));
      }
      assertThat(tries).hasValue(5);
      assertThat(givenUp).containsExactly(poison);
    }

    @Test
    void aRunnerThatForgetsToFinishDoesNotBlockTheLane() {
      AtomicInteger tries = new AtomicInteger();
      f.ask(1);
      try (Worker worker =
          worker(
              f.queue,
              1,
              claimed -> {
                if (tries.incrementAndGet() == 2) {
                  f.queue.finish(claimed.id(), DONE);
                }
              })) {
        passUntil(() -> f.queue.of(new MemberId(1)).open(QueueFixture.PLACE).isEmpty());
      }
      assertThat(tries).hasValue(2);
    }

    @Test
    void whatTheDatabaseSaysRunsHereButDoesNotIsPutBack() {
      RequestId orphan = f.ask(1);
      f.claim(1);
      Set<RequestId> answered = ConcurrentHashMap.newKeySet();
      try (Worker worker =
          worker(
              f.queue,
              1,
              claimed -> {
                answered.add(claimed.id());
                f.queue.finish(claimed.id(), DONE);
              })) {
        passUntil(() -> answered.contains(orphan));
      }
    }
  }
}
