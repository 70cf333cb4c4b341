package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.FreshDatabase;
import io.switchboard.queue.limit.money.Price;
import io.switchboard.queue.limit.money.PriceSettings;
import io.switchboard.queue.limit.money.Prices;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Money is reserved as expected, settled as used, given back; and so is what is made beside. */
class MoneyTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnLimits {
    private static final Asker ASKER = new Asker(ANN, Set.of(), PRIVATE);

    @BeforeEach
    void start() {
      open("gpt");
    }

    /** With the account's own model. */
    private void open(String usual) {
      LimitRules rules =
          new LimitRules(
              List.of(), List.of(), List.of(Limit.parse("0.01 USD/day")), null, null, null, null);
      Prices prices =
          new Prices(new PriceSettings("USD", Map.of("gpt", new Price(1.0, 0.5, 10.0))), usual);
      use(
          new Limits(
              database,
              h -> now,
              new LimitSettings(rules, Map.of(), Map.of()),
              prices,
              ZoneOffset.UTC));
    }

    private Admission ask(@Nullable String model, long in, long out) {
      return ask(ASKER, model, new Submission.Size(10, in, out, 0));
    }

    private long used() {
      return limits.effective(ASKER).getFirst().used();
    }

    @Test
    void reservedSettledAndGivenBack() {
      RequestId first = ((Admission.Queued) ask(null, 1000, 500)).id();
      assertThat(used()).isEqualTo(6000);
      assertThat(ask(null, 1000, 500)).isInstanceOf(Admission.OverLimit.class);
      queue.claim("main", 9);
      queue.finish(first, new Ending.Answered(new Use("gpt", 1000, 800, 100)));
      assertThat(used()).isEqualTo(200 + 400 + 1000);
      RequestId second = ((Admission.Queued) ask(null, 1000, 500)).id();
      queue.claim("main", 9);
      queue.finish(second, new Ending.Failed("broken"));
      assertThat(used()).isEqualTo(1600);
      RequestId third = ((Admission.Queued) ask(null, 0, 100)).id();
      queue.stop(third, ANN);
      assertThat(used()).isEqualTo(1600);
      RequestId dear = ((Admission.Queued) ask(null, 0, 1)).id();
      queue.claim("main", 9);
      queue.answered(dear, new Use("gpt", 0, 2000));
      queue.finish(dear, new Ending.Answered(new Use("gpt", 0, 2000)));
      assertThat(used()).as("more than expected, and once").isEqualTo(21_600);
      LimitReached over = ((Admission.OverLimit) ask(null, 1, 1)).limit();
      assertThat(over.backAt()).isEqualTo(now.plus(Duration.ofDays(1)));
      now = now.plus(Duration.ofDays(1));
      assertThat(used()).isZero();
    }

    @Test
    void whatWasThoughtToBeFreeIsCountedWhenItIsNot() {
      open("unlisted");
      RequestId id = ((Admission.Queued) ask(null, 1_000_000, 0)).id();
      assertThat(used()).isZero();
      queue.claim("main", 9);
      queue.finish(id, new Ending.Answered(new Use("gpt-2026-02-02", 100, 10)));
      assertThat(used()).isEqualTo(200);
    }

    @Test
    void aBoostInMoneyIsRoomBesideTheLimit() {
      admin.boost(ANN, What.MONEY, 5000, Duration.ofHours(1));
      assertThat(ask(null, 0, 1500)).isInstanceOf(Admission.Queued.class);
      assertThat(ask(null, 0, 1)).isInstanceOf(Admission.OverLimit.class);
      assertThat(limits.boosts(ASKER).getFirst().left()).isZero();
    }

    @Test
    void whatIsMadeBesideAnswersIsCountedOnceUnderItsName() {
      admin.set(ANN, Limit.parse("2 shares/day"));
      Allowances allowances = limits.allowances();
      Map<What, Long> one = Map.of(What.SHARES, 1L);
      assertThat(allowances.take("share:1", ASKER, one)).isEmpty();
      assertThat(allowances.take("share:1", ASKER, one)).isEmpty();
      assertThat(allowances.take("share:2", ASKER, one)).isEmpty();
      Optional<LimitReached> refused = allowances.take("share:3", ASKER, one);
      assertThat(refused.orElseThrow().limit()).isEqualTo(Limit.parse("2shares/day"));
      refused = database.read(h -> limits.terms(h, ASKER).refusal(h, one));
      assertThat(refused).isPresent();
      allowances.giveBack("share:2");
      assertThat(allowances.take("share:3", ASKER, one)).isEmpty();
      assertThat(allowances.take("image:1", ASKER, Map.of(What.IMAGES, 1L, What.MONEY, 4000L)))
          .isEmpty();
      database.useTransaction(h -> limits.settle(h, "image:1", Map.of(What.MONEY, 9000L)));
      assertThat(used()).isEqualTo(9000);
      assertThat(allowances.take("image:2", ASKER, Map.of(What.IMAGES, 1L, What.MONEY, 2000L)))
          .isPresent();
    }

    @Test
    void modelsAndFilesAreBoundedToo() {
      admin.setModels(ANN, List.of("gpt", "gpt-mini"));
      assertThat(ask("other", 1, 1))
          .isEqualTo(new Admission.ModelNotAllowed("other", List.of("gpt", "gpt-mini")));
      assertThat(ask("gpt", 1, 1)).isInstanceOf(Admission.Queued.class);
      admin.set(ANN, Limit.parse("1 attachments"));
      assertThat(limits.allowances().most(ASKER, What.ATTACHMENTS)).isEqualTo(1);
      admin.reset(ANN);
      assertThat(limits.allowances().mayUse(ASKER, "other")).isTrue();
    }

    @Test
    void whatCountsNowhereIsForgottenAndNothingElse() {
      for (int i = 0; i < 3; i++) {
        assertThat(limits.allowances().take("old:" + i, ASKER, Map.of(What.SHARES, 1L))).isEmpty();
      }
      admin.set(ANN, Limit.parse("9 shares/calendar month"));
      now = now.plus(Duration.ofDays(30));
      limits.sweep();
      assertThat(limits.effective(ASKER).getLast().used()).isEqualTo(3);
      now = now.plus(Duration.ofDays(40));
      assertThat(limits.allowances().take("new", ASKER, Map.of(What.SHARES, 1L))).isEmpty();
      limits.sweep();
      List<String> kept =
          database.read(
              h -> h.createQuery("select entry from usage_entry").mapTo(String.class).list());
      assertThat(kept).containsExactly("new");
    }
  }
}
