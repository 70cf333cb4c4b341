package io.switchboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.db.FreshDatabase;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import io.switchboard.queue.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which of several accounts answers, and how much each is asked. */
class SeveralAccountsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnAQueue {
    private int number;

    private static Slots slots(String name, int weight, Slots.Use use, String... models) {
      return new Slots(name, new Slots.Caps(100, 0, 0), weight, Set.of(models), use);
    }

    private static Slots capped(int requests, long tokens) {
      return new Slots("main", new Slots.Caps(100, requests, tokens), 1, Set.of(), Slots.Use.OPEN);
    }

    private RequestId ask(long member, String model) {
      String lane = "lane-of-several" + ++number;
      Submission submission =
          new Submission(
              "several:" + number,
              QueueFixture.asker(member),
              new Destination(QueueFixture.PLACE, "reply"),
              lane,
              model,
              new Submission.Size(10, 100),
              "?");
      return ((Admission.Queued) f.queue.submit(submission)).id();
    }

    private Map<String, Integer> claimAll(List<Slots> accounts) {
      Map<String, Integer> by = new TreeMap<>();
      for (var next = f.queue.claim(accounts); next.isPresent(); next = f.queue.claim(accounts)) {
        by.merge(next.get().account(), 1, Integer::sum);
        f.queue.finish(next.get().id(), DONE);
      }
      return by;
    }

    @Test
    void accountsAreAskedByTheirWeights() {
      for (int i = 0; i < 40; i++) {
        f.ask(i);
      }
      assertThat(
              claimAll(
                  List.of(
                      slots("a", 3, Slots.Use.OPEN),
                      slots("b", 1, Slots.Use.OPEN),
                      slots("c", 6, Slots.Use.OPEN))))
          .isEqualTo(Map.of("a", 12, "b", 4, "c", 24));
    }

    @Test
    void whoComesBackDoesNotMakeUpForTheTimeAway() {
      Slots a = slots("a", 1, Slots.Use.OPEN);
      for (int i = 0; i < 20; i++) {
        f.ask(i);
      }
      assertThat(claimAll(List.of(a, slots("b", 1, Slots.Use.RESTING)))).isEqualTo(Map.of("a", 20));
      for (int i = 0; i < 20; i++) {
        f.ask(i);
      }
      assertThat(claimAll(List.of(a, slots("b", 1, Slots.Use.OPEN))).get("a")).isBetween(9, 11);
    }

    @Test
    void aLastResortIsUsedWhereNoOtherServes() {
      f.ask(1);
      assertThat(claimAll(List.of(slots("a", 1, Slots.Use.LAST), slots("b", 1, Slots.Use.RESTING))))
          .isEmpty();
      assertThat(claimAll(List.of(slots("a", 1, Slots.Use.LAST), slots("b", 1, Slots.Use.OPEN))))
          .isEqualTo(Map.of("b", 1));
      f.ask(1);
      assertThat(claimAll(List.of(slots("a", 1, Slots.Use.LAST), slots("b", 1, Slots.Use.CLOSED))))
          .isEqualTo(Map.of("a", 1));
      f.ask(1);
      assertThat(claimAll(List.of(slots("a", 1, Slots.Use.CLOSED)))).isEmpty();
    }

    @Test
    void aChosenModelGoesToAnAccountThatOffersIt() {
      Slots a = slots("a", 1, Slots.Use.OPEN, "small");
      Slots b = slots("b", 1, Slots.Use.OPEN, "small", "large");
      RequestId large = ask(1, "large");
      assertThat(f.queue.claim(List.of(a))).isEmpty();
      Claimed claimed = f.queue.claim(List.of(a, b)).orElseThrow();
      assertThat(claimed.id()).isEqualTo(large);
      assertThat(claimed.by()).isEqualTo(new Claimed.By("b", "large"));
      f.queue.finish(large, DONE);
      ask(2, "large");
      RequestId any = f.ask(3, "x", 100);
      assertThat(f.queue.claim(List.of(a)).map(Claimed::id)).contains(any);
      assertThat(f.queue.claim(List.of(b)).map(Claimed::by)).contains(new Claimed.By("b", "large"));
    }

    @Test
    void whatIsOfferedNoMoreIsAnsweredByAny() {
      ask(1, "gone");
      Slots a = slots("a", 1, Slots.Use.OPEN, "small");
      f.queue.upkeep().offered(Set.of("small"));
      assertThat(f.queue.claim(List.of(a)).map(Claimed::by)).contains(new Claimed.By("a", null));
    }

    @Test
    void failoverKeepsThePlace() {
      Slots a = slots("a", 1, Slots.Use.OPEN);
      Slots b = slots("b", 1, Slots.Use.OPEN);
      RequestId first = f.ask(1);
      f.ask(2);
      f.ask(3);
      assertThat(f.queue.claim(List.of(a)).map(Claimed::id)).contains(first);
      f.queue.putBack(first, Instant.EPOCH);
      assertThat(f.queue.claim(List.of(b)).map(Claimed::id)).contains(first);
    }

    @Test
    void soManyRequestsInAnySixtySeconds() {
      for (int i = 0; i < 12; i++) {
        f.ask(i);
      }
      List<Slots> main = List.of(capped(5, 0));
      RequestQueue other = f.process("other");
      assertThat(f.queue.claim(main)).isPresent();
      f.pass(Duration.ofSeconds(20));
      for (int i = 0; i < 4; i++) {
        assertThat((i % 2 == 0 ? other : f.queue).claim(main)).isPresent();
      }
      assertThat(f.queue.claim(main)).isEmpty();
      assertThat(other.claim(main)).isEmpty();
      f.pass(Duration.ofSeconds(40));
      assertThat(f.queue.claim(main)).isEmpty();
      f.pass(Duration.ofSeconds(2));
      assertThat(other.claim(main)).isPresent();
      assertThat(f.queue.claim(main)).isEmpty();
      f.pass(Duration.ofSeconds(20));
      assertThat(claimAll(main)).isEqualTo(Map.of("main", 4));
      assertThat(f.queue.busy().account("main").day().requests()).isEqualTo(10);
      assertThat(f.queue.busy().account("main").day().tokens()).isEqualTo(400);
    }

    @Test
    void soManyTokensInAnySixtySeconds() {
      List<Slots> main = List.of(capped(0, 250));
      RequestId first = f.ask(1);
      f.ask(2);
      f.ask(3);
      assertThat(f.queue.claim(main)).isPresent();
      RequestId second = f.queue.claim(main).orElseThrow().id();
      assertThat(f.queue.claim(main)).isEmpty();
      f.queue.finish(first, new Ending.Answered(20, 20));
      Optional<Claimed> third = f.queue.claim(main);
      assertThat(third).isPresent();
      f.queue.finish(second, new Ending.Answered(200, 20));
      f.queue.finish(third.orElseThrow().id(), DONE);
      f.ask(4);
      assertThat(f.queue.claim(main)).isEmpty();
      f.pass(Duration.ofSeconds(62));
      f.ask(5, "large", 900);
      assertThat(f.queue.claim(main)).isPresent();
      assertThat(f.queue.claim(main)).isEmpty();
      f.pass(Duration.ofSeconds(62));
      assertThat(f.queue.claim(main)).isPresent();
    }

    @Test
    void everyCallCountsAlsoTheSecondForOneAnswer() {
      List<Slots> main = List.of(capped(2, 0));
      RequestId id = f.ask(1);
      f.ask(2);
      assertThat(f.queue.claim(main)).isPresent();
      assertThat(f.queue.mayAsk(id)).isZero();
      assertThat(f.queue.mayAsk(id)).isZero();
      assertThat(f.queue.claim(main)).isEmpty();
      assertThat(f.queue.mayAsk(id)).isPositive();
      f.pass(Duration.ofSeconds(62));
      assertThat(f.queue.mayAsk(id)).isZero();
      assertThat(f.queue.claim(main)).isPresent();
    }
  }
}
