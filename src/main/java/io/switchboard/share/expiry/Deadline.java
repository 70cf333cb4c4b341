package io.switchboard.share.expiry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a point in time: a day, a time of day, or both. A day without a time ends with its last
 * second; a time without a day is the next one.
 */
final class Deadline {
  private static final Pattern STAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\dt.{5,25}");

  private Deadline() {}

  /** The point in time after now, if the text names one. */
  static Optional<Instant> of(String text, ZonedDateTime now) {
    try {
      if (STAMP.matcher(text).matches()) {
        return stamp(text.toUpperCase(Locale.ROOT), now);
      }
      return TimeText.only(text)
          .map(time -> next(time, now))
          .or(() -> DayText.of(text, now.toLocalDate()).flatMap(day -> endOf(day, now)))
          .or(() -> both(text, now));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** As ISO 8601 writes it, with or without a zone. */
  private static Optional<Instant> stamp(String text, ZonedDateTime now) {
    TemporalAccessor read =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    Instant at =
        read instanceof OffsetDateTime exact
            ? exact.toInstant()
            : LocalDateTime.from(read).atZone(now.getZone()).toInstant();
    return at.isAfter(now.toInstant()) ? Optional.of(at) : Optional.empty();
  }

  private static Instant next(LocalTime time, ZonedDateTime now) {
    ZonedDateTime today = now.with(time);
    return (today.isAfter(now) ? today : now.plusDays(1).with(time)).toInstant();
  }

  private static Optional<Instant> endOf(DayText.Day day, ZonedDateTime now) {
    return coming(day, LocalTime.MAX, now)
        .map(at -> at.toLocalDate().plusDays(1).atStartOfDay(now.getZone()).toInstant());
  }

  private static Optional<Instant> both(String text, ZonedDateTime now) {
    return TimeText.atEnd(text)
        .or(() -> TimeText.atStart(text))
        .flatMap(
            found ->
                DayText.of(found.rest(), now.toLocalDate())
                    .flatMap(day -> coming(day, found.time(), now)))
        .map(ZonedDateTime::toInstant);
  }

  /** A day that comes again is taken the next time if it is over. */
  private static Optional<ZonedDateTime> coming(
      DayText.Day day, LocalTime time, ZonedDateTime now) {
    LocalDate date = day.date();
    ZonedDateTime at = date.atTime(time).atZone(now.getZone());
    if (!at.isAfter(now)) {
      Optional<LocalDate> again = day.again();
      at = again.map(d -> d.atTime(time).atZone(now.getZone())).orElse(at);
    }
    return at.isAfter(now) ? Optional.of(at) : Optional.empty();
  }
}
