package io.switchboard.web.admin.view.stats;

import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.member.look.LookForMembers;
import io.switchboard.queue.daily.By;
import io.switchboard.queue.daily.Statistics;
import io.switchboard.queue.daily.StatsFile;
import io.switchboard.queue.daily.StatsWish;
import io.switchboard.queue.daily.Sums;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /admin/statistics}: by day, member, place and model; and the same as a file. */
public final class StatisticsScreen implements Screen {
  private static final int NAMED = 50;
  private static final String FILE = "/admin/statistics.csv";

  private final Statistics statistics;
  private final LookForMembers members;
  private final Currency currency;

  /**
   * @param currency of the price table
   */
  public StatisticsScreen(Statistics statistics, LookForMembers members, Currency currency) {
    this.statistics = statistics;
    this.members = members;
    this.currency = currency;
  }

  /**
   * A number with its name.
   *
   * @param name what it counts
   */
  public record Tile(String value, String name) {}

  @Override
  public Section section() {
    return Section.STATISTICS;
  }

  @Override
  public List<Part> parts(Visitor visitor, Request request) {
    Asked asked = Asked.read(request, statistics.today());
    return List.of(new Part("statistics", false, "admin/statistics", () -> params(visitor, asked)));
  }

  @Override
  public Map<String, Download> files() {
    return Map.of(FILE, this::file);
  }

  private Map<String, Object> params(Visitor visitor, Asked asked) {
    StatsWish wish = asked.wish();
    List<Statistics.Day> days = statistics.days(wish.from(), wish.to());
    Sums all = days.stream().map(Statistics.Day::sums).reduce(Sums.NONE, Sums::plus);
    Figures figures = new Figures(visitor, currency, all.money() > 0);
    boolean named = wish.by() != By.ALL;
    List<Statistics.Named> top =
        named ? statistics.top(wish.by(), wish.from(), wish.to(), NAMED) : List.of();
    Names names = new Names(visitor.frame(), members, top);
    Map<String, Object> params = new HashMap<>();
    params.put("visitor", visitor);
    params.put("asked", asked);
    params.put(
        "span",
        wish.from().equals(wish.to())
            ? visitor.said().day(wish.from())
            : visitor
                .frame()
                .say("stats.span", visitor.said().day(wish.from()), visitor.said().day(wish.to())));
    params.put("zone", statistics.zone().getId().replace("Z", "UTC"));
    params.put("tiles", tiles(visitor, figures, all));
    params.put("empty", all.equals(Sums.NONE));
    params.put("charts", named ? List.of() : figures.charts(Statistics.columns(days)));
    params.put(
        "rows",
        named
            ? top.stream().map(one -> figures.row(names.of(wish.by(), one), one.sums())).toList()
            : days.reversed().stream()
                .filter(day -> !day.sums().equals(Sums.NONE))
                .map(day -> figures.row(visitor.said().day(day.day()), day.sums()))
                .toList());
    params.put("head", visitor.frame().say("admin.stats.by." + asked.by()));
    params.put("money", all.money() > 0);
    params.put("file", FILE + "?" + asked.query());
    return params;
  }

  private static List<Tile> tiles(Visitor visitor, Figures figures, Sums all) {
    var frame = visitor.frame();
    var tiles = new ArrayList<Tile>();
    tiles.add(new Tile(visitor.said().number(all.requests()), frame.say("admin.stats.answers")));
    tiles.add(new Tile(visitor.said().number(all.failed()), frame.say("admin.stats.failed")));
    tiles.add(new Tile(visitor.said().about(all.tokens()), frame.say("admin.today.tokens")));
    if (all.money() > 0) {
      tiles.add(new Tile(figures.money(all), frame.say("admin.stats.money")));
    }
    tiles.add(new Tile(figures.waited(all), frame.say("admin.stats.wait")));
    tiles.add(new Tile(figures.answered(all), frame.say("admin.stats.answer")));
    return tiles;
  }

  private Response file(Visitor visitor, Request request) {
    StatsWish wish = Asked.read(request, statistics.today()).wish();
    List<Statistics.Row> rows = statistics.rows(wish.from(), wish.to());
    Names names =
        new Names(
            visitor.frame(),
            members,
            rows.stream()
                .filter(row -> row.by() == By.MEMBER)
                .map(row -> new Statistics.Named(row.name(), row.label(), row.sums()))
                .toList());
    byte[] csv =
        StatsFile.of(
            rows,
            row -> names.of(row.by(), new Statistics.Named(row.name(), row.label(), row.sums())),
            currency.getCurrencyCode());
    String name = "switchboard-" + wish.from() + "-" + wish.to() + ".csv";
    return Response.bytes("text/csv; charset=utf-8", csv)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
