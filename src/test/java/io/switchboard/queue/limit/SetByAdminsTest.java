package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.db.FreshDatabase;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Boosts, who pays, and why. */
class SetByAdminsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnLimits {
    private static final Asker ALONE = new Asker(ANN, Set.of(), PRIVATE);
    private static final Asker THERE = new Asker(ANN, Set.of(), SERVER);

    @BeforeEach
    void start() {
      use(
          new LimitSettings(
              rules("2/hour"),
              Map.of("role:more", rules("9/hour")),
              Map.of("x-server:1", rules("3/hour"))));
    }

    private static LimitRules rules(String requests) {
      return new LimitRules(List.of(Limit.parse(requests)), null, null, null, null, null, null);
    }

    /** So many of these are let in, one after the other. */
    private int letIn(Asker asker, int tries) {
      int in = 0;
      for (int i = 0; i < tries; i++) {
        Admission admission = ask(asker, new Submission.Size(10, 100));
        if (admission instanceof Admission.Queued(var id, var position)) {
          in++;
          assertThat(queue.claim("main", 9)).isPresent();
          queue.finish(id, new Ending.Answered(60, 40));
        }
      }
      return in;
    }

    private void after(Duration duration) {
      now = now.plus(duration);
    }

    @Test
    void aBoostIsSoMuchInAllAndEndsByItself() {
      admin.boost(ANN, What.REQUESTS, 5, Duration.ofHours(2));
      assertThat(letIn(ALONE, 10)).isEqualTo(7);
      after(Duration.ofMinutes(61));
      assertThat(letIn(ALONE, 10)).isEqualTo(2);
      after(Duration.ofMinutes(61));
      assertThat(limits.boosts(ALONE)).isEmpty();
      assertThat(letIn(ALONE, 10)).isEqualTo(2);
    }

    @Test
    void whatABoostCoveredIsNotHeldAgainstTheMemberAfterIt() {
      admin.boost(ANN, What.REQUESTS, 5, Duration.ofMinutes(10));
      assertThat(letIn(ALONE, 4)).isEqualTo(4);
      assertThat(limits.boosts(ALONE).getFirst().left()).isEqualTo(1);
      after(Duration.ofMinutes(10));
      assertThat(limits.effective(ALONE).getFirst().used()).isZero();
      assertThat(letIn(ALONE, 4)).isEqualTo(2);
    }

    @Test
    void ofTwoBoostsTheSecondTakesThePlaceOfTheFirst() {
      admin.boost(ANN, What.REQUESTS, 2, Duration.ofHours(1));
      assertThat(letIn(ALONE, 1)).isEqualTo(1);
      after(Duration.ofMinutes(1));
      admin.boost(ANN, What.REQUESTS, 3, Duration.ofHours(1));
      admin.boost(ANN, What.REQUESTS, 4, Duration.ofHours(1));
      assertThat(limits.boosts(ALONE)).hasSize(1);
      assertThat(letIn(ALONE, 10)).isEqualTo(6);
    }

    @Test
    void aBoostOfTokensIsForTokensAndResetEndsBoosts() {
      admin.set(ANN, Limit.parse("250tokens/day"));
      admin.set(ANN, Limit.parse("90/hour"));
      admin.boost(ANN, What.TOKENS, 150, Duration.ofHours(1));
      assertThat(letIn(ALONE, 10)).isEqualTo(4);
      admin.reset(ANN);
      after(Duration.ofSeconds(1));
      assertThat(limits.boosts(ALONE)).isEmpty();
      assertThat(letIn(ALONE, 10)).isEqualTo(2);
    }

    @Test
    void refusedDuringABoostSaysWhenItIsBackInTruth() {
      admin.boost(ANN, What.REQUESTS, 1, Duration.ofMinutes(5));
      assertThat(letIn(ALONE, 9)).isEqualTo(3);
      Instant back = limits.effective(ALONE).getFirst().backAt();
      assertThat(back).isEqualTo(START.plus(Duration.ofHours(1)));
      now = back.minusMillis(1);
      assertThat(letIn(ALONE, 9)).isZero();
      now = back;
      assertThat(letIn(ALONE, 9)).isEqualTo(2);
    }

    @Test
    void aBoostHasBounds() {
      assertThatThrownBy(() -> admin.boost(ANN, What.REQUESTS, 1, Duration.ofDays(31)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> admin.boost(ANN, What.REQUESTS, 0, Duration.ofDays(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoPaysIsTheAdminsChoice() {
      assertThat(letIn(THERE, 9)).isEqualTo(2);
      assertThat(admin.pays(THERE, LimitRules.Pays.PLACE)).contains("x-server:1");
      assertThat(letIn(THERE, 9)).as("one is left in the pool").isEqualTo(1);
      after(Duration.ofHours(1));
      assertThat(letIn(THERE, 9)).isEqualTo(3);
      assertThat(letIn(ALONE, 9)).as("their own is untouched").isEqualTo(2);
      after(Duration.ofHours(1));
      admin.pays(THERE, LimitRules.Pays.MEMBER);
      assertThat(letIn(THERE, 9)).isEqualTo(2);
      admin.pays(THERE, LimitRules.Pays.PLACE);
      assertThat(letIn(THERE, 9)).as("the pool was untouched").isEqualTo(3);
    }

    @Test
    void aPlaceWithoutAPoolPaysForNobody() {
      assertThat(admin.pays(ALONE, LimitRules.Pays.PLACE)).isEmpty();
      assertThat(letIn(ALONE, 9)).isEqualTo(2);
    }

    @Test
    void whatIsConfiguredCountsUntilAnAdminSaysOtherwise() {
      LimitRules pool =
          new LimitRules(
              List.of(Limit.parse("3/hour")),
              null,
              null,
              null,
              null,
              null,
              null,
              LimitRules.Pays.PLACE);
      limits =
          new Limits(
              database,
              () -> now,
              new LimitSettings(rules("2/hour"), Map.of(), Map.of("x-server:1", pool)));
      queue = new RequestQueue(database, () -> now, "here", limits);
      assertThat(letIn(THERE, 9)).isEqualTo(3);
      assertThatThrownBy(() -> new LimitSettings(pool, Map.of(), Map.of()))
          .hasMessageContaining("pays");
    }

    @Test
    void whySaysWhatWasLookedAtAndWhatBinds() {
      admin.set(ANN, Limit.parse("5/day"));
      Asker more = new Asker(ANN, Set.of("role:more", "role:other"), SERVER);
      Why why = limits.why(more);
      assertThat(why.verdicts())
          .filteredOn(v -> v.what() == What.REQUESTS || v.what() == What.TOKENS)
          .extracting(v -> v.scope() + " " + v.limit() + " " + v.outcome() + " " + v.by())
          .containsExactly(
              "member 5/day BINDS ",
              "role:more 9/hour BINDS ",
              "default 2/hour REPLACED role:more",
              "role:more null SILENT ",
              "default null SILENT ",
              "x-server:1 3/hour BINDS ");
      assertThat(why.uses()).extracting(use -> use.limit().toString()).hasSize(3);
      admin.pays(more, LimitRules.Pays.PLACE);
      assertThat(limits.why(more).uses())
          .extracting(use -> use.limit().toString())
          .containsExactly("3/hour");
    }
  }
}
