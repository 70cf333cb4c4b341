package io.switchboard.command.about;

import io.switchboard.chat.message.Upload;
import io.switchboard.command.visit.Words;
import io.switchboard.picture.WeekMap;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When in the week little is asked, as a picture in the reader's own time. */
final class QuietHours {
  private QuietHours() {}

  /** Empty while there is nothing to show, or no font for it. */
  static Optional<Upload> upload(Words words, ZoneId zone, Map<Instant, Long> hours) {
    if (hours.isEmpty()) {
      return Optional.empty();
    }
    double[][] week = new double[7][24];
    hours.forEach(
        (hour, calls) -> {
          ZonedDateTime there = hour.atZone(zone);
          week[there.getDayOfWeek().getValue() - 1][there.getHour()] += calls;
        });
    List<String> days =
        Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT, words.locale()))
            .toList();
    String title = words.label("status.picture.title");
    return WeekMap.png(
            new WeekMap.Words(
                title,
                days,
                words.label("status.picture.quiet"),
                words.label("status.picture.busy"),
                zone.getId().replace("Z", "UTC")),
            week,
            words.locale())
        .map(png -> Upload.png("status.png", png, title));
  }
}
