package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.money.Prices;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The ledger against the plain meaning of a window. */
class WindowTest {
  /**
   * In the nights after these, the clocks of Berlin, New York and Lord Howe go one way and back.
   */
  private static final List<String> EVENINGS =
      List.of("2026-03-28", "2026-10-24", "2026-03-07", "2026-10-31", "2026-04-04", "2026-10-03");

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

  @Provide
  Arbitrary<What> counted() {
    return Arbitraries.of(What.values()).filter(What::counted);
  }

  @Provide
  Arbitrary<Window> windows() {
    return Arbitraries.of(Window.all());
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<Instant> evenings() {
    return Arbitraries.of(EVENINGS).map(day -> Instant.parse(day + "T12:00:00Z"));
  }

  private record Use(Instant at, long amount) {}

  private Instant now = Instant.EPOCH;

  @Property(tries = 200)
  void exactlyWhatFitsIsLetInAndBackAtIsTheFirstMomentAtWhichItFits(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 1500) Integer> gaps,
      @ForAll @LongRange(min = 0, max = 20) long amount,
      @ForAll("counted") What what,
      @ForAll("windows") Window window,
      @ForAll("zones") ZoneId zone,
      @ForAll("evenings") Instant evening) {
    now = evening;
    Allowances allowances = allowances(new Limit(what, amount, window), zone);
    Asker asker =
        new Asker(
            new MemberId(NUMBER.incrementAndGet()),
            Set.of(),
            new Place(new PlaceId("x:1"), Place.Kind.PRIVATE, "", List.of()));
    List<Use> admitted = new ArrayList<>();
    for (int gap : gaps) {
      now = now.plusMillis(Math.max(1, gap * window.length().toMillis() / 3000));
      long size = 1 + gap % 8;
      long used = used(admitted, now, window, zone);
      Optional<LimitReached> refused =
          allowances.take("n" + NUMBER.incrementAndGet(), asker, Map.of(what, size));
      assertThat(refused.isEmpty()).isEqualTo(used + size <= amount);
      if (refused.isEmpty()) {
        admitted.add(new Use(now, size));
      } else {
        Instant back = refused.get().backAt();
        assertThat(refused.get().used()).isEqualTo(used);
        if (size > amount) {
          assertThat(back).isEqualTo(Instant.MAX);
        } else {
          assertThat(used(admitted, back, window, zone) + size).isLessThanOrEqualTo(amount);
          Instant before = back.minusNanos(1000);
          assertThat(used(admitted, before, window, zone) + size).isGreaterThan(amount);
        }
      }
    }
  }

  private Allowances allowances(Limit limit, ZoneId zone) {
    LimitRules rules =
        new LimitRules(
            only(What.REQUESTS, limit),
            only(What.TOKENS, limit),
            only(What.MONEY, limit),
            only(What.SHARES, limit),
            only(What.IMAGES, limit),
            only(What.VOICE, limit),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    LimitSettings settings = new LimitSettings(rules, Map.of(), Map.of());
    return new Limits(database, h -> now, settings, Prices.NONE, zone).allowances();
  }

  private static List<Limit> only(What what, Limit limit) {
    return limit.what() == what ? List.of(limit) : List.of();
  }

  private static long used(List<Use> admitted, Instant at, Window window, ZoneId zone) {
    return admitted.stream()
        .filter(use -> counts(use.at(), at, window, zone))
        .mapToLong(Use::amount)
        .sum();
  }

  /** As people would say it. */
  private static boolean counts(Instant used, Instant at, Window window, ZoneId zone) {
    if (window.length().toDays() == 31 || !window.name().startsWith("CALENDAR")) {
      return window.name().startsWith("CALENDAR")
          ? YearMonth.from(used.atZone(zone)).equals(YearMonth.from(at.atZone(zone)))
          : used.isAfter(at.minus(window.length()));
    }
    LocalDateTime then = LocalDateTime.ofInstant(used, zone);
    LocalDateTime now = LocalDateTime.ofInstant(at, zone);
    boolean sameClock = zone.getRules().getOffset(used).equals(zone.getRules().getOffset(at));
    return switch (window) {
      case CALENDAR_MINUTE -> sameClock && same(then, now, ChronoUnit.MINUTES);
      case CALENDAR_HOUR -> sameClock && same(then, now, ChronoUnit.HOURS);
      case CALENDAR_DAY -> same(then, now, ChronoUnit.DAYS);
      default ->
          then.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == now.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
              && then.get(IsoFields.WEEK_BASED_YEAR) == now.get(IsoFields.WEEK_BASED_YEAR);
    };
  }

  private static boolean same(LocalDateTime a, LocalDateTime b, ChronoUnit unit) {
    return a.truncatedTo(unit).equals(b.truncatedTo(unit));
  }
}
