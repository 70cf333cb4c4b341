package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.FreshDatabase;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnRules {
    @Test
    void theWindowSlidesAndSaysWhenItIsBack() {
      Asker ann = asker(ANN, PRIVATE);
      answered(ann, 1);
      now = START.plus(Duration.ofMinutes(20));
      answered(ann, 1);
      now = START.plus(Duration.ofMinutes(50));
      assertThat(refusal(ask(ann, 1)))
          .isEqualTo(
              new LimitReached(
                  Limit.parse("2/hour"), "default", 2, START.plus(Duration.ofHours(1))));
      now = START.plus(Duration.ofHours(1)).minusNanos(1000);
      assertThat(ask(ann, 1)).isInstanceOf(Admission.OverLimit.class);
      now = START.plus(Duration.ofHours(1));
      answered(ann, 1);
      assertThat(refusal(ask(ann, 1)))
          .isEqualTo(
              new LimitReached(Limit.parse("3/day"), "default", 3, START.plus(Duration.ofDays(1))));
      assertThat(ask(asker(BOB, PRIVATE), 1)).isInstanceOf(Admission.Queued.class);
    }

    @Test
    void waitingAndRunningCountAndWhatFailsOrIsCancelledDoesNot() {
      Asker ann = asker(ANN, PRIVATE);
      RequestId failing = ((Admission.Queued) ask(ann, 1)).id();
      RequestId cancelled = ((Admission.Queued) ask(ann, 1)).id();
      assertThat(ask(ann, 1)).isInstanceOf(Admission.TooManyWaiting.class);
      assertThat(queue.claim("main", 1)).isPresent();
      assertThat(ask(ann, 1)).isInstanceOf(Admission.OverLimit.class);
      queue.finish(failing, new Ending.Failed("broken"));
      assertThat(limits.effective(ann).getFirst().used()).isEqualTo(1);
      queue.stop(cancelled, ANN);
      assertThat(limits.effective(ann).getFirst().used()).isZero();
      answered(ann, 1);
      answered(ann, 1);
      assertThat(ask(ann, 1)).isInstanceOf(Admission.OverLimit.class);
    }

    @Test
    void tokensAreReservedAsExpectedAndSettledAsUsed() {
      Asker ann = asker(ANN, PRIVATE, "role:more");
      RequestId id = ((Admission.Queued) ask(ann, 900)).id();
      assertThat(refusal(ask(ann, 200)))
          .isEqualTo(
              new LimitReached(
                  Limit.parse("1000tokens/day"), "role:more", 900, START.plus(Duration.ofDays(1))));
      queue.claim("main", 1);
      queue.finish(id, new Ending.Answered(100, 150));
      assertThat(ask(ann, 750)).isInstanceOf(Admission.Queued.class);
      assertThat(refusal(ask(ann, 5000)).backAt()).isEqualTo(Instant.MAX);
    }

    @Test
    void whatIsAnsweredIsSettledOnceAndGivenBackIfItCannotBeDelivered() {
      Asker ann = asker(ANN, PRIVATE, "role:more");
      RequestId id = ((Admission.Queued) ask(ann, 900)).id();
      queue.claim("main", 1);
      queue.answered(id, new Use(null, 100, 100));
      queue.finish(id, new Ending.Answered(0, 0));
      assertThat(limits.effective(ann)).extracting(LimitUse::used).containsExactly(1L, 200L);
      RequestId lost = ((Admission.Queued) ask(ann, 100)).id();
      queue.claim("main", 1);
      queue.answered(lost, new Use(null, 100, 100));
      queue.finish(lost, new Ending.Failed("no way to deliver it"));
      assertThat(limits.effective(ann)).extracting(LimitUse::used).containsExactly(1L, 200L);
    }

    @Test
    void backAtWaitsForEnoughToFallOut() {
      Asker ann = asker(ANN, PRIVATE, "role:more");
      for (int i = 0; i < 4; i++) {
        answered(ann, 250);
        now = now.plus(Duration.ofMinutes(90));
      }
      assertThat(refusal(ask(ann, 100)).backAt()).isEqualTo(START.plus(Duration.ofHours(24)));
      assertThat(refusal(ask(ann, 251)).backAt())
          .isEqualTo(START.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(90)));
      now = refusal(ask(ann, 251)).backAt().minusNanos(1000);
      assertThat(ask(ann, 251)).isInstanceOf(Admission.OverLimit.class);
      now = now.plusNanos(1000);
      assertThat(ask(ann, 251)).isInstanceOf(Admission.Queued.class);
    }
  }
}
