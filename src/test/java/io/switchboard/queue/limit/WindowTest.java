package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The ledger against the plain meaning of a window. */
class WindowTest {
  private static final AtomicLong NUMBER = new AtomicLong();

  private static Database database;

  @BeforeContainer
  static void open() {
    database = TestDatabases.h2();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  private record Use(Instant at, long tokens) {}

  private Instant now;

  @Property(tries = 40)
  void exactlyWhatFitsIsLetInAndBackAtIsTheFirstMomentAtWhichItFits(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 1500) Integer> gapsInSeconds,
      @ForAll @LongRange(min = 0, max = 20) long amount,
      @ForAll @IntRange(min = 1, max = 8) int largest,
      @ForAll What what) {
    // Over the night in which the clocks of Europe go forward: a window is as long as ever.
    now = Instant.parse("2026-03-29T00:00:00Z");
    Limit limit = new Limit(what, amount, Window.HOUR);
    Limits limits = limits(limit);
    Asker asker =
        new Asker(
            new MemberId(NUMBER.incrementAndGet()),
            Set.of(),
            new Place(new PlaceId("x:1"), Place.Kind.PRIVATE, "", List.of()));
    limits.prepare(asker);
    List<Use> admitted = new ArrayList<>();
    for (int gap : gapsInSeconds) {
      now = now.plusSeconds(gap);
      long tokens = 1 + gap % largest;
      long size = what == What.REQUESTS ? 1 : tokens;
      long used = used(admitted, now, what);
      Optional<LimitReached> refusal = refusal(limits, asker, tokens);
      assertThat(refusal.isEmpty()).isEqualTo(used + size <= amount);
      if (refusal.isEmpty()) {
        admitted.add(new Use(now, tokens));
        database.useTransaction(h -> limits.reserve(h, NUMBER.incrementAndGet(), asker, tokens));
      } else {
        Instant back = refusal.get().backAt();
        assertThat(refusal.get().used()).isEqualTo(used);
        if (size > amount) {
          assertThat(back).isEqualTo(Instant.MAX);
        } else {
          assertThat(used(admitted, back, what) + size).isLessThanOrEqualTo(amount);
          assertThat(used(admitted, back.minusNanos(1000), what) + size).isGreaterThan(amount);
        }
      }
    }
  }

  private Limits limits(Limit limit) {
    List<Limit> requests = limit.what() == What.REQUESTS ? List.of(limit) : List.of();
    List<Limit> tokens = limit.what() == What.TOKENS ? List.of(limit) : List.of();
    LimitRules rules = new LimitRules(requests, tokens, null, null, null, null, null);
    return new Limits(database, () -> now, new LimitSettings(rules, Map.of(), Map.of()));
  }

  private static Optional<LimitReached> refusal(Limits limits, Asker asker, long tokens) {
    return database.inTransaction(
        h -> {
          limits.lock(h, asker);
          return limits.refusal(h, asker, tokens);
        });
  }

  private static long used(List<Use> admitted, Instant at, What what) {
    return admitted.stream()
        .filter(use -> use.at().isAfter(at.minus(Duration.ofHours(1))))
        .mapToLong(use -> what == What.REQUESTS ? 1 : use.tokens())
        .sum();
  }
}
