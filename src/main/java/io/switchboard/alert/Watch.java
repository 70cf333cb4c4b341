package io.switchboard.alert;

import static java.util.stream.Collectors.toSet;

import io.switchboard.db.Database;
import io.switchboard.queue.busy.HowBusy;
import io.switchboard.queue.daily.Statistics;
import io.switchboard.queue.limit.Limits;
import io.switchboard.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at what the staff should hear of. To be called every minute. */
public final class Watch {
  private static final Logger log = LoggerFactory.getLogger(Watch.class);

  /** It is over when so much of the bound is reached, in per cent, or less. */
  private static final int CLEARLY_LESS = 80;

  /** The same of a disk, in points. */
  private static final int DISK_POINTS = 3;

  private static final String QUEUE = "queue";
  private static final String PLATFORM = "platform ";
  private static final String DISK = "disk ";

  private final AlertSettings settings;
  private final Rooms rooms;
  private final Surroundings around;
  private final InstantSource time;
  private final Heard heard;
  private final Instant began;
  private final WatchBudgets budgets;
  private final Unwatched unwatched;

  /** What is looked at. */
  public record Rooms(Database database, Staff staff, HowBusy busy, Pools pools) {}

  /** Whose use is counted. */
  public record Pools(Statistics statistics, Limits limits) {}

  public Watch(AlertSettings settings, Rooms rooms, Surroundings around, InstantSource time) {
    this.settings = settings;
    this.rooms = rooms;
    this.around = around;
    this.time = time;
    this.heard = new Heard(rooms.database());
    this.began = time.instant();
    this.unwatched = new Unwatched(rooms.staff());
    this.budgets = new WatchBudgets(settings, rooms.staff(), rooms.pools(), unwatched);
  }

  /** Looks once. */
  public void look() {
    each("budgets", budgets::look);
    each("queue", this::queue);
    each("platforms", this::platforms);
    each("disks", this::disks);
    each("notices", rooms.staff()::sweep);
  }

  private static void each(String what, Runnable look) {
    try {
      look.run();
    } catch (RuntimeException | Error e) {
      log.warn("The {} could not be looked at; they are looked at again in a minute", what, e);
    }
  }

  private void queue() {
    int bound = settings.queue();
    // Its bound is part of it: another process may have another one.
    String subject = QUEUE + " " + bound;
    unwatched.except(QUEUE, bound == 0 ? Set.of() : Set.of(subject));
    if (bound == 0) {
      return;
    }
    int waiting = rooms.busy().load().waiting();
    if (waiting >= bound) {
      rooms.staff().raise(subject, "alert.queue", waiting, bound);
    } else if (waiting * 100L <= (long) bound * CLEARLY_LESS) {
      rooms.staff().over(subject, "alert.queue.over", waiting);
    }
  }

  /** Whoever has just started has not listened for long enough to know. */
  private void platforms() {
    Duration bound = settings.platform();
    Set<String> names = bound.isZero() ? Set.of() : around.platforms().keySet();
    unwatched.except(PLATFORM, names.stream().map(PLATFORM::concat).collect(toSet()));
    if (bound.isZero()) {
      return;
    }
    Instant now = time.instant();
    around
        .platforms()
        .forEach(
            (platform, here) -> {
              String subject = PLATFORM + platform;
              if (here) {
                heard.now(platform, now);
                rooms.staff().over(subject, "alert.platform.over", name(platform));
                return;
              }
              Instant last = heard.last(platform).filter(at -> at.isAfter(began)).orElse(began);
              Duration silent = Duration.between(last, now);
              if (silent.compareTo(bound) >= 0) {
                rooms.staff().raise(subject, "alert.platform", name(platform), silent.toMinutes());
              }
            });
  }

  private static String name(String platform) {
    return platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
  }

  private void disks() {
    if (settings.disk() == 0) {
      unwatched.except(DISK, Set.of());
      return;
    }
    for (Surroundings.Disk disk : around.disks()) {
      int full = disk.percentFull();
      String subject = DISK + disk.name();
      if (full >= settings.disk()) {
        long megabytes = disk.free() / 1_000_000;
        rooms.staff().raise(subject, "alert.disk", disk.name(), full, megabytes);
      } else if (full <= settings.disk() - DISK_POINTS) {
        rooms.staff().over(subject, "alert.disk.over", disk.name(), full);
      }
    }
  }
}
