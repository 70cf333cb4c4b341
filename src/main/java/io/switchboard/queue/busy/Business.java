package io.switchboard.queue.busy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * How busy it was lately. Each question reads a bounded part of an index.
 *
 * @param typicalWait of those that started last; empty if nothing did
 * @param hours calls by the beginnings of hours, in the last four weeks
 */
public record Business(
    Optional<Duration> typicalWait,
    Asked fiveMinutes,
    Asked hour,
    Asked day,
    Map<Instant, Long> hours) {
  private static final int LOOKED_AT = 40;

  /** As it is now. */
  public static Business look(Handle h, Instant now) {
    return new Business(
        typicalWait(h),
        since(h, now.minus(Duration.ofMinutes(5))),
        since(h, now.minus(Duration.ofHours(1))),
        since(h, now.minus(Duration.ofDays(1))),
        hours(h, now.minus(Duration.ofDays(28))));
  }

  /**
   * What all asked in a time.
   *
   * @param money in millionths of the price table's currency
   */
  public record Asked(long requests, long tokens, long money) {}

  /** What was asked since then, by what was let in; what runs is counted as expected. */
  private static Asked since(Handle h, Instant since) {
    return h.createQuery(
            "select coalesce(sum(case when what = 'REQUESTS' then amount else 0 end), 0) as r,"
                + " coalesce(sum(case when what = 'TOKENS' then amount else 0 end), 0) as t,"
                + " coalesce(sum(case when what = 'MONEY' then amount else 0 end), 0) as m from"
                + " (select entry, what, max(amount) as amount from usage_entry where at > :since"
                + " and what in ('REQUESTS', 'TOKENS', 'MONEY') group by entry, what) each_once")
        .bind("since", since)
        .map((row, context) -> new Asked(row.getLong("r"), row.getLong("t"), row.getLong("m")))
        .one();
  }

  /** How long the middle one of those that started last had waited; empty if none has. */
  private static Optional<Duration> typicalWait(Handle h) {
    List<Duration> waits =
        h.createQuery(
                "select submitted_at, started_at from request where started_at is not null and id >"
                    + " (select max(id) from request) - :looked")
            .bind("looked", LOOKED_AT)
            .map(
                (row, context) ->
                    Duration.between(
                        row.getTimestamp("submitted_at").toInstant(),
                        row.getTimestamp("started_at").toInstant()))
            .list();
    return waits.isEmpty()
        ? Optional.empty()
        : Optional.of(waits.stream().sorted().toList().get(waits.size() / 2));
  }

  /** Calls by the beginnings of hours, over all accounts; hours without any are left out. */
  private static Map<Instant, Long> hours(Handle h, Instant since) {
    Map<Instant, Long> hours = new TreeMap<>();
    h.createQuery(
            "select at_hour, sum(requests) as r from account_hour where at_hour >= :since group by"
                + " at_hour")
        .bind("since", since.getEpochSecond() / 3600)
        .map((row, context) -> Map.entry(row.getLong("at_hour"), row.getLong("r")))
        .forEach(hour -> hours.put(Instant.ofEpochSecond(hour.getKey() * 3600), hour.getValue()));
    return hours;
  }
}
