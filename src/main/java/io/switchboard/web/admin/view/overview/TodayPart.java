package io.switchboard.web.admin.view.overview;

import io.switchboard.queue.busy.Business;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Said;
import io.switchboard.web.admin.Visitor;
import io.switchboard.web.admin.view.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How much was asked in the last day. */
public final class TodayPart {
  private static final int HOURS = 24;
  private static final Duration GOOD_FOR = Duration.ofSeconds(15);

  private final InstantSource time;
  private final Supplier<Business> business;
  private final Currency currency;
  private final boolean priced;

  /**
   * @param currency of the price table
   * @param priced whether that has any prices
   */
  public TodayPart(
      Supplier<Business> business, InstantSource time, Currency currency, boolean priced) {
    this.currency = currency;
    this.priced = priced;
    this.time = time;
    this.business = new Remembered<>(time, GOOD_FOR, business);
  }

  /**
   * A number with its name.
   *
   * @param name what it counts
   */
  public record Tile(String value, String name) {}

  /**
   * An hour as a bar.
   *
   * @param share how high, 0 to 100
   * @param said for those who hear it
   */
  public record Bar(int share, String said, String hour) {}

  Part of(Visitor visitor) {
    return new Part("today", true, "admin/today", () -> params(visitor));
  }

  private Map<String, Object> params(Visitor visitor) {
    Business now = business.get();
    Said said = visitor.said();
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile(visitor, said.number(now.day().requests()), "requests"));
    tiles.add(tile(visitor, said.about(now.day().tokens()), "tokens"));
    if (priced || now.day().money() > 0) {
      tiles.add(tile(visitor, said.money(now.day().money(), currency), "money"));
    }
    tiles.add(tile(visitor, said.number(now.hour().requests()), "hour"));
    tiles.add(tile(visitor, now.typicalWait().map(said::span).orElse("–"), "wait"));
    return Map.of("visitor", visitor, "tiles", tiles, "bars", bars(visitor, now));
  }

  private static Tile tile(Visitor visitor, String value, String name) {
    return new Tile(value, visitor.frame().say("admin.today." + name));
  }

  private List<Bar> bars(Visitor visitor, Business now) {
    Instant last = time.instant().truncatedTo(ChronoUnit.HOURS);
    long most = 1;
    for (int i = 0; i < HOURS; i++) {
      most = Math.max(most, calls(now, last.minus(Duration.ofHours(i))));
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = HOURS - 1; i >= 0; i--) {
      Instant hour = last.minus(Duration.ofHours(i));
      long calls = calls(now, hour);
      int share = calls == 0 ? 0 : (int) Math.max(3, calls * 100 / most);
      String at = visitor.said().hour(hour);
      bars.add(new Bar(share, visitor.frame().say("admin.today.bar", at, calls), at));
    }
    return bars;
  }

  private static long calls(Business now, Instant hour) {
    return now.hours().getOrDefault(hour, 0L);
  }
}
