package io.switchboard.share.end;

import io.switchboard.alarm.Alarms;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.share.Reminding;
import io.switchboard.share.ShareId;
import io.switchboard.share.kept.CarrierTable;
import io.switchboard.share.kept.ChangeTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds owners before a link of theirs ends: after three quarters of its life, but not earlier
 * than a day before. Links of less than two hours end without.
 */
public final class Reminders {
  private static final Duration EARLIEST = Duration.ofDays(1);
  private static final Duration SHORTEST_LIFE = Duration.ofHours(2);
  private static final Duration AGAIN = Duration.ofMinutes(5);
  private static final Logger log = LoggerFactory.getLogger(Reminders.class);

  private final Database database;
  private final InstantSource time;
  private final AlarmOfShare alarm;
  private volatile Reminding reminding = due -> false;

  /** Answers the alarms of this kind; their id is the share's number. */
  public Reminders(Database database, InstantSource time, Alarms alarms, String kind) {
    this.database = database;
    this.time = time;
    this.alarm = new AlarmOfShare(alarms, kind);
    alarms.onRing(kind, id -> ring(Long.parseLong(id)));
  }

  /** Says who reminds; until then they wait. */
  public void remindBy(Reminding who) {
    reminding = who;
  }

  /**
   * When the owner of a link that begins now is reminded of its end; null for never. It is noted in
   * the same transaction as the end.
   */
  public static @Nullable Instant before(@Nullable Instant end, Instant now) {
    if (end == null || Duration.between(now, end).compareTo(SHORTEST_LIFE) < 0) {
      return null;
    }
    Duration quarter = Duration.between(now, end).dividedBy(4);
    return end.minus(quarter.compareTo(EARLIEST) > 0 ? EARLIEST : quarter);
  }

  /** The share has another end. */
  public void plan(long share) {
    alarm.set(share, database.read(h -> remindAt(h, share)).orElse(null));
  }

  /**
   * Whoever puts the reminder off reminds, so that no other process does, and whoever dies at it is
   * followed by another. Meanwhile its owner may give the link another end.
   */
  private void ring(long share) {
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant again = now.plus(AGAIN);
    Optional<Reminding.Due> due = database.inTransaction(h -> putOff(h, share, again));
    plan(share);
    if (due.isPresent() && reminded(due.get())) {
      database.useTransaction(h -> ChangeTable.reminded(h, share, again));
    }
  }

  private Optional<Reminding.Due> putOff(Handle h, long share, Instant again) {
    Optional<Reminding.Due> due = due(h, share, time.instant());
    if (due.isPresent()) {
      ChangeTable.remindAt(h, share, again);
    }
    return due;
  }

  private boolean reminded(Reminding.Due due) {
    try {
      return reminding.remind(due);
    } catch (RuntimeException | Error e) {
      log.warn("the owner of share {} could not be reminded now", due.share(), e);
      return false;
    }
  }

  private static Optional<Reminding.Due> due(Handle h, long share, Instant now) {
    Optional<ShareRow> row = ShareTable.lock(h, share).filter(r -> r.live(now));
    Optional<Instant> at = remindAt(h, share).filter(t -> !t.isAfter(now));
    Instant end = row.map(ShareRow::endsAt).orElse(null);
    return row.isEmpty() || at.isEmpty() || end == null
        ? Optional.empty()
        : Optional.of(
            new Reminding.Due(
                new ShareId(share),
                new MemberId(row.get().owner()),
                row.get().shown().title(),
                end,
                CarrierTable.untold(h, share).stream()
                    .map(CarrierTable.Carrier::place)
                    .distinct()
                    .toList()));
  }

  private static Optional<Instant> remindAt(Handle h, long share) {
    return h.createQuery("select remind_at from share where id = :id and remind_at is not null")
        .bind("id", share)
        .map((rs, c) -> rs.getObject("remind_at", OffsetDateTime.class).toInstant())
        .findOne();
  }

  /** Reminds those whose time came while nobody was there. At start and hourly. */
  public void sweep() {
    Instant now = time.instant();
    List<Long> due =
        database.read(
            h ->
                h.createQuery(
                        "select id from share where state = 'LIVE' and remind_at <= :now order by"
                            + " remind_at")
                    .bind("now", now)
                    .mapTo(Long.class)
                    .list());
    due.forEach(this::ring);
  }
}
