package io.switchboard.web.admin.view.stats;

import io.switchboard.queue.daily.Statistics;
import io.switchboard.queue.daily.Sums;
import io.switchboard.web.admin.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Sums as pictures and rows.
 *
 * @param priced whether anything cost money
 */
record Figures(Visitor visitor, Currency currency, boolean priced) {
  private static final String NONE = "–";

  String money(Sums sums) {
    return visitor.said().money(sums.money(), currency);
  }

  String waited(Sums sums) {
    return time(sums.averageWait());
  }

  String answered(Sums sums) {
    return time(sums.averageAnswer());
  }

  private String time(Optional<Duration> time) {
    return time.map(visitor.said()::exactly).orElse(NONE);
  }

  /** A row of the table. */
  Row row(String name, Sums sums) {
    List<String> cells = new ArrayList<>();
    cells.add(visitor.said().number(sums.requests()));
    cells.add(visitor.said().number(sums.failed()));
    cells.add(visitor.said().number(sums.tokensIn()));
    cells.add(visitor.said().number(sums.tokensOut()));
    if (priced) {
      cells.add(money(sums));
    }
    cells.add(waited(sums));
    cells.add(answered(sums));
    return new Row(name, cells, sums.tokens());
  }

  /** By day: answers, tokens, money if there is any, and how long people waited. */
  List<Chart> charts(List<Statistics.Day> days) {
    List<Chart> charts = new ArrayList<>();
    charts.add(
        chart(
            "admin.stats.answers",
            days,
            Sums::requests,
            sums -> visitor.said().number(sums.requests())));
    charts.add(
        chart(
            "admin.today.tokens", days, Sums::tokens, sums -> visitor.said().about(sums.tokens())));
    if (priced) {
      charts.add(chart("admin.stats.money", days, Sums::money, this::money));
    }
    charts.add(
        chart(
            "admin.stats.wait",
            days,
            sums -> sums.averageWait().map(Duration::toMillis).orElse(0L),
            this::waited));
    charts.add(
        chart(
            "admin.stats.answer",
            days,
            sums -> sums.averageAnswer().map(Duration::toMillis).orElse(0L),
            this::answered));
    return charts;
  }

  private Chart chart(
      String name,
      List<Statistics.Day> days,
      ToDoubleFunction<Sums> of,
      Function<Sums, String> say) {
    List<Chart.Column> columns =
        days.stream()
            .map(
                day ->
                    new Chart.Column(
                        of.applyAsDouble(day.sums()),
                        visitor.said().day(day.day()) + ": " + say.apply(day.sums()),
                        say.apply(day.sums())))
            .toList();
    return Chart.of(
        visitor.frame().say(name),
        columns,
        visitor.said().day(days.getFirst().day()),
        visitor.said().day(days.getLast().day()));
  }
}
