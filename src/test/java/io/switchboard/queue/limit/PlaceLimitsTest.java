package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is said for a place: of all together, or for each who asks there. */
class PlaceLimitsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnLimits {
    @BeforeEach
    void start() {
      use(
          rules(null, null, 100, 2, null),
          Map.of("role:long", rules(null, null, 200, null, null)),
          Map.of(
              "x-channel:5", rules(3, 1, null, null, "sat-sun 10-14"),
              "x-server:1", rules(null, 2, 10, 1, "mon-fri 9-17")));
    }

    private void use(
        LimitRules rules, Map<String, LimitRules> roles, Map<String, LimitRules> places) {
      use(new LimitSettings(rules, roles, places));
    }

    private static LimitRules rules(
        @Nullable Integer running,
        @Nullable Integer waiting,
        @Nullable Integer length,
        @Nullable Integer links,
        @Nullable String hours) {
      return new LimitRules(
          null, null, null, null, null, null, running, waiting, null, length, null, links, null,
          null, hours, null);
    }

    private static Asker ann(Place place, String... roles) {
      return new Asker(ANN, Set.of(roles), place);
    }

    private Admission ask(Asker asker, int characters) {
      return ask(asker, new Submission.Size(characters, 1));
    }

    @Test
    void whatEachAsksIsBoundedByThePlaceFirst() {
      assertThat(ask(ann(SERVER, "role:long"), 11)).isEqualTo(new Admission.TooLong(11, 10));
      assertThat(ask(ann(PRIVATE, "role:long"), 200)).isInstanceOf(Admission.Queued.class);
      assertThat(limits.allowances().most(ann(SERVER), What.LINKS)).isEqualTo(1);
      assertThat(limits.allowances().most(ann(PRIVATE), What.LINKS)).isEqualTo(2);
      admin.set(ANN, Limit.parse("50 characters"));
      assertThat(ask(ann(SERVER), 50)).isInstanceOf(Admission.Queued.class);
    }

    @Test
    void hoursAreThoseOfTheMostSpecific() {
      assertThat(ask(ann(SERVER), 1)).isInstanceOf(Admission.Queued.class);
      now = Instant.parse("2026-03-01T14:00:00Z");
      assertThat(ask(ann(SERVER), 1))
          .isEqualTo(
              new Admission.OutOfHours(
                  new Closed("x-channel:5", Instant.parse("2026-03-07T10:00:00Z"))));
      assertThat(ask(ann(PRIVATE), 1)).isInstanceOf(Admission.Queued.class);
      use(
          rules(null, null, null, null, "9-17"),
          Map.of("role:long", rules(null, null, null, null, "always")),
          Map.of());
      now = Instant.parse("2026-03-01T17:00:00Z");
      assertThat(ask(ann(PRIVATE, "role:long"), 1)).isInstanceOf(Admission.Queued.class);
      assertThat(ask(ann(PRIVATE), 1))
          .isEqualTo(
              new Admission.OutOfHours(
                  new Closed("default", Instant.parse("2026-03-02T09:00:00Z"))));
      assertThat(limits.why(ann(PRIVATE, "role:long")).beside().hours())
          .containsExactly(Map.entry("role:long", "always"), Map.entry("default", "9-17"));
    }

    @Test
    void whatAnAdminSetsForAPlaceReplacesTheSameThere() {
      admin.set("x-server:1", Limit.parse("1/hour"));
      admin.set("x-server:1", Limit.parse("30 characters"));
      admin.set("x-channel:5", Limit.parse("4 running"));
      admin.setModels("x-channel:5", List.of("small"));
      assertThat(ask(ann(SERVER), 30)).isInstanceOf(Admission.Queued.class);
      assertThat(ask(ann(SERVER), 31)).isEqualTo(new Admission.TooLong(31, 30));
      queue.claim("main", 9);
      assertThat(ask(new Asker(new MemberId(2), Set.of(), SERVER), 1))
          .isInstanceOf(Admission.OverLimit.class);
      assertThat(limits.allowances().mayUse(ann(SERVER), "large")).isFalse();
      assertThat(limits.allowances().mayUse(ann(PRIVATE), "large")).isTrue();
      assertThat(limits.why(ann(SERVER)).verdicts())
          .filteredOn(v -> v.what() == What.RUNNING && v.limit() != null)
          .extracting(v -> v.scope() + " " + v.limit() + " " + v.outcome() + " " + v.by())
          .containsExactly("x-channel:5 4 running BINDS ", "x-channel:5 3 running REPLACED set");
      admin.reset("x-server:1");
      assertThat(limits.effective(ann(SERVER))).isEmpty();
      assertThat(ask(ann(SERVER), 11)).isEqualTo(new Admission.TooLong(11, 10));
    }

    @Test
    void aPoolThatAnAdminMakesCanPay() {
      use(
          new LimitRules(List.of(Limit.parse("1/hour")), null, null, null, null, null, null),
          Map.of(),
          Map.of());
      assertThat(admin.pays(ann(SERVER), LimitRules.Pays.PLACE)).isEmpty();
      admin.set("x-server:1", Limit.parse("3/hour"));
      assertThat(admin.pays(ann(SERVER), LimitRules.Pays.PLACE)).contains("x-server:1");
      for (int i = 0; i < 3; i++) {
        assertThat(ask(ann(SERVER), 1)).isInstanceOf(Admission.Queued.class);
      }
      assertThat(ask(ann(SERVER), 1)).isInstanceOf(Admission.OverLimit.class);
      assertThat(ask(ann(PRIVATE), 1)).isInstanceOf(Admission.Queued.class);
    }

    @Test
    void manyWhoComeAtOnceToAPlaceAreNotMoreThanMayWait() throws Exception {
      use(LimitRules.DEFAULTS, Map.of(), Map.of("x-server:1", rules(1, 4, null, null, null)));
      List<Callable<Admission>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Asker asker = new Asker(new MemberId(100 + i), Set.of(), SERVER);
        String name = "many" + i;
        Submission submission =
            new Submission(
                name, asker, Destination.in(SERVER.id()), name, new Submission.Size(1, 1), "");
        all.add(() -> queue.submit(submission));
      }
      long admitted = 0;
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        for (Future<Admission> done : threads.invokeAll(all)) {
          admitted += done.get() instanceof Admission.Queued ? 1 : 0;
        }
      }
      assertThat(admitted).isEqualTo(4);
    }
  }
}
