package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.FreshDatabase;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.request.Admission;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which limits bind: by roles, by what admins set, and in places. */
class SaidByRulesTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnRules {
    @Test
    void theFirstRoleThatSaysSomethingCountsAndAnEmptyListIsNoLimit() {
      Asker both = asker(ANN, PRIVATE, "role:more", "role:free");
      assertThat(limits.effective(both))
          .extracting(use -> use.limit().toString(), LimitUse::scope)
          .containsExactly(Tuple.tuple("1000tokens/day", "role:more"));
      assertThat(limits.allowances().most(both, What.RUNNING)).isEqualTo(3);
      assertThat(limits.allowances().most(both, What.WAITING)).isEqualTo(2);
      assertThat(limits.allowances().most(asker(ANN, PRIVATE), What.RUNNING)).isEqualTo(1);
    }

    @Test
    void whatAnAdminSetsReplacesTheSameWindowOnly() {
      Asker ann = asker(ANN, PRIVATE);
      admin.set(ANN, Limit.parse("1/hour"));
      admin.set(ANN, Limit.parse("500tokens/week"));
      admin.set(ANN, Limit.parse("4/hour"));
      assertThat(limits.effective(ann))
          .extracting(use -> use.limit().toString(), LimitUse::scope)
          .containsExactlyInAnyOrder(
              Tuple.tuple("4/hour", "member"),
              Tuple.tuple("3/day", "default"),
              Tuple.tuple("500tokens/week", "member"));
      for (int i = 0; i < 3; i++) {
        answered(ann, 1);
      }
      assertThat(refusal(ask(ann, 1)).limit()).isEqualTo(Limit.parse("3/day"));
      assertThat(limits.effective(asker(BOB, PRIVATE))).hasSize(2);
      admin.set(ANN, Limit.parse("0/hour"));
      assertThat(refusal(ask(ann, 1)).backAt()).isEqualTo(Instant.MAX);
    }

    @Test
    void resetForgetsWhatWasSetAndWhatWasUsed() {
      Asker ann = asker(ANN, PRIVATE);
      admin.set(ANN, Limit.parse("1/hour"));
      answered(ann, 1);
      assertThat(ask(ann, 1)).isInstanceOf(Admission.OverLimit.class);
      admin.reset(ANN);
      assertThat(limits.effective(ann))
          .extracting(LimitUse::used, LimitUse::left, LimitUse::backAt)
          .containsExactly(Tuple.tuple(0L, 2L, null), Tuple.tuple(0L, 3L, null));
      now = now.plusSeconds(1);
      answered(ann, 1);
      answered(ann, 1);
      assertThat(refusal(ask(ann, 1)).backAt()).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void aPlacesPoolIsUsedUpByAllWhoAskThere() {
      answered(asker(ANN, SERVER), 1);
      answered(asker(ANN, SERVER), 1);
      answered(asker(BOB, SERVER), 1);
      assertThat(refusal(ask(asker(BOB, SERVER), 1)))
          .isEqualTo(
              new LimitReached(
                  Limit.parse("3/hour"), "x-server:1", 3, START.plus(Duration.ofHours(1))));
      assertThat(ask(asker(BOB, PRIVATE), 1)).isInstanceOf(Admission.Queued.class);
      assertThat(limits.effective(asker(BOB, SERVER)))
          .extracting(LimitUse::scope, LimitUse::used)
          .containsExactly(
              Tuple.tuple("default", 2L),
              Tuple.tuple("default", 2L),
              Tuple.tuple("x-server:1", 3L));
    }

    @Test
    void longQuestionsAndCrowdsAreRefused() {
      Asker ann = asker(ANN, PRIVATE, "role:free");
      assertThat(ask(ann, 101, 1)).isEqualTo(new Admission.TooLong(101, 100));
      assertThat(ask(ann, 100, 1)).isInstanceOf(Admission.Queued.class);
      assertThat(ask(ann, 1)).isInstanceOf(Admission.Queued.class);
      assertThat(ask(ann, 1)).isEqualTo(new Admission.TooManyWaiting(2));
    }

    @Test
    void whatStartsAtOnceDoesNotCountAsWaiting() {
      queue.claim("main", 4);
      Asker ann = asker(ANN, PRIVATE, "role:free");
      for (int i = 0; i < 5; i++) {
        assertThat(ask(ann, 1)).as("number %s", i).isInstanceOf(Admission.Queued.class);
      }
      assertThat(ask(ann, 1)).isEqualTo(new Admission.TooManyWaiting(2));
      for (int i = 0; i < 3; i++) {
        assertThat(queue.claim("main", 4)).isPresent();
      }
      assertThat(queue.claim("main", 4)).isEmpty();
      assertThat(ask(ann, 1)).isEqualTo(new Admission.TooManyWaiting(2));
    }
  }
}
