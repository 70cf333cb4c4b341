package io.switchboard.command.admin.stats;

import io.switchboard.chat.message.Upload;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Words;
import io.switchboard.picture.Bars;
import io.switchboard.picture.Columns;
import io.switchboard.queue.daily.Statistics;
import io.switchboard.queue.daily.Sums;
import io.switchboard.queue.limit.rule.What;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Sums as pictures. */
record StatsPicture(Words words, LimitWords amounts) {
  /** By day, or by week where there are many. */
  Optional<Upload> days(String title, List<Statistics.Day> days, Sums all) {
    List<Statistics.Day> shown = Statistics.columns(days);
    DateTimeFormatter dates =
        DateTimeFormatter.ofPattern(words.label("stats.date"), words.locale());
    List<String> labels = shown.stream().map(day -> dates.format(day.day())).toList();
    List<Columns.Chart> charts = new ArrayList<>();
    charts.add(
        chart("stats.requests", shown, all, Sums::requests, n -> words.label("stats.number", n)));
    charts.add(
        chart("stats.tokens", shown, all, Sums::tokens, n -> words.label("stats.number", n)));
    if (all.money() > 0) {
      charts.add(chart("stats.money", shown, all, Sums::money, this::money));
    }
    return Columns.png(title, labels, charts, words.locale())
        .map(png -> Upload.png("stats.png", png, title));
  }

  private String money(long millionths) {
    return amounts.amount(words, What.MONEY, millionths);
  }

  private Columns.Chart chart(
      String key,
      List<Statistics.Day> days,
      Sums all,
      ToLongFunction<Sums> of,
      Function<Long, String> said) {
    List<Double> values = days.stream().map(day -> (double) of.applyAsLong(day.sums())).toList();
    long most = days.stream().mapToLong(day -> of.applyAsLong(day.sums())).max().orElse(0);
    return new Columns.Chart(
        words.label(key), said.apply(of.applyAsLong(all)), values, said.apply(most));
  }

  /** By name: as long as its share of all tokens. */
  Optional<Upload> names(
      String title, List<Statistics.Named> names, Function<Statistics.Named, String> called) {
    long most = names.stream().mapToLong(n -> n.sums().tokens()).max().orElse(0);
    List<Bars.Bar> bars =
        names.stream()
            .map(
                named ->
                    new Bars.Bar(
                        called.apply(named),
                        value(named.sums()),
                        // Nothing here is full, and full bars are red.
                        most == 0 ? 0 : 0.7 * named.sums().tokens() / most))
            .toList();
    return Bars.png(title, bars, words.locale()).map(png -> Upload.png("stats.png", png, title));
  }

  private String value(Sums sums) {
    String value = words.label("stats.value", sums.requests(), sums.tokens());
    return sums.money() > 0 ? value + " · " + money(sums.money()) : value;
  }

  /** A day as people write it. */
  String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(words.locale())
        .format(day);
  }
}
