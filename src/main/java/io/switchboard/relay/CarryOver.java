package io.switchboard.relay;

import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.db.Database;
import io.switchboard.member.Members;
import io.switchboard.pacing.Outbox;
import io.switchboard.relay.kept.CopyTable;
import io.switchboard.relay.kept.LinkTable;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second what linked places lack, and carries it over: each place by itself. */
public final class CarryOver implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CarryOver.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final long FIRST_PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final int MOST_DOUBLINGS = 5;

  private final Database database;
  private final InstantSource time;
  private final Messengers messengers;
  private final BooleanSupplier ours;
  private final CarryToPlace carrying;
  private final Map<PlaceId, Thread> busy = new ConcurrentHashMap<>();
  private final Map<PlaceId, Rest> resting = new ConcurrentHashMap<>();
  private @Nullable Thread thread;

  /** A place that could not be written to is left alone for a while. */
  private record Rest(int failures, long untilNanos) {
    boolean over() {
      return System.nanoTime() - untilNanos >= 0;
    }
  }

  /** By what things are said. */
  public record Speech(Outbox outbox, Messengers messengers, Members members, Texts texts) {}

  /**
   * @param ours whether this process is the one of several that does it now; asked every second,
   *     and before each send
   */
  public CarryOver(Database database, InstantSource time, Speech speech, BooleanSupplier ours) {
    this.database = database;
    this.time = time;
    this.messengers = speech.messengers();
    this.ours = ours;
    this.carrying =
        new CarryToPlace(
            database,
            time,
            speech.messengers(),
            speech.outbox(),
            new Wording(speech.members(), speech.texts()),
            ours);
  }

  /** Begins. */
  public void start() {
    thread = Thread.ofVirtual().name("linked places").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(EVERY);
        List<LinkedPlace> places = database.read(LinkTable::all);
        if (!places.isEmpty() && ours.getAsBoolean()) {
          places.forEach(this::begin);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        log.warn("linked places were not looked at; the next round does", e);
      }
    }
  }

  private void begin(LinkedPlace place) {
    Rest rest = resting.get(place.place());
    boolean on = messengers.of(place.place().platform()).isPresent();
    if (on && (rest == null || rest.over()) && !busy.containsKey(place.place())) {
      Thread carries =
          Thread.ofVirtual().name("carries to " + place.place()).unstarted(() -> carry(place));
      busy.put(place.place(), carries);
      carries.start();
    }
  }

  private void carry(LinkedPlace place) {
    boolean whole = false;
    try {
      whole = carrying.carry(place);
    } catch (RuntimeException | Error e) {
      log.warn("{} does not have all that was said elsewhere", place.place(), e);
    } finally {
      if (whole) {
        resting.remove(place.place());
      } else {
        resting.merge(place.place(), rest(0), (before, _) -> rest(before.failures() + 1));
      }
      busy.remove(place.place());
    }
  }

  private static Rest rest(int failures) {
    long pause = FIRST_PAUSE_NANOS << Math.min(failures, MOST_DOUBLINGS);
    return new Rest(failures, System.nanoTime() + pause);
  }

  /** Forgets deletions whose copies are long gone. At start and hourly. */
  public void sweep() {
    database.useTransaction(h -> CopyTable.forgetGone(h, time.instant().minus(KEPT)));
  }

  /** Carries nothing any more; what is under way may come to its end for some seconds. */
  @Override
  public void close() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      for (Thread carries : List.copyOf(busy.values())) {
        carries.join(Duration.ofSeconds(2));
        carries.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
