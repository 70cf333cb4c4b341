package io.switchboard.staff;

import io.switchboard.chat.Destination;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.db.Database;
import io.switchboard.logs.Follower;
import io.switchboard.logs.LogLevel;
import io.switchboard.logs.RecentLogs;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the staff channels read along in the log, from a level on, until somebody ends it: over
 * restarts, and of every process. What comes in ten seconds is one message, and only from the
 * budget of the place that nobody else wants; of more than fits the number is told.
 */
public final class LogFeed implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogFeed.class);

  /** They do not follow. */
  public static final String OFF = "off";

  private static final Duration ROUND = Duration.ofSeconds(10);

  /** How often it looks whether a round is over, in milliseconds. */
  private static final long TICK = 250;

  private final Database database;
  private final RecentLogs logs;
  private final Staff staff;
  private final Outbox outbox;
  private final LogWords words;
  private final InstantSource time;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable Follower follower;
  private @Nullable LogLevel level;
  private long sent;

  /**
   * Is not begun yet.
   *
   * @param time how long lines are gathered is told by it
   */
  public LogFeed(
      Database database,
      RecentLogs logs,
      Staff staff,
      Outbox outbox,
      LogWords words,
      InstantSource time) {
    this.database = database;
    this.logs = logs;
    this.staff = staff;
    this.outbox = outbox;
    this.words = words;
    this.time = time;
    this.thread = Thread.ofVirtual().name(RecentLogs.QUIET).unstarted(this::feed);
  }

  /** Begins to look whether somebody wants it. */
  public void start() {
    thread.start();
  }

  /** From which level on they follow, in words; {@link #OFF} if they do not. */
  public static String state(Handle h) {
    return following(h).map(level -> level.name().toLowerCase(Locale.ROOT)).orElse(OFF);
  }

  /** Makes it so. Two at once for the first time: one of them gets an exception. */
  public static void state(Handle h, String state) {
    h.execute("delete from log_feed where id = 1");
    LogLevel.named(state)
        .ifPresent(
            level ->
                h.createUpdate("insert into log_feed (id, level) values (1, :level)")
                    .bind("level", level.name())
                    .execute());
  }

  /** From which level on they follow; empty if they do not. */
  public Optional<LogLevel> following() {
    return database.read(LogFeed::following);
  }

  private static Optional<LogLevel> following(Handle h) {
    return h.createQuery("select level from log_feed where id = 1")
        .mapTo(String.class)
        .findOne()
        .flatMap(LogLevel::named);
  }

  private void feed() {
    Instant last = Instant.EPOCH;
    try {
      do {
        Instant now = time.instant();
        // A clock that was set back keeps nobody from reading along.
        if (now.isBefore(last) || !now.isBefore(last.plus(ROUND))) {
          last = now;
          tryRound();
        }
      } while (!closing.await(TICK, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryRound() throws InterruptedException {
    try {
      oneRound();
    } catch (RuntimeException | Error e) {
      log.debug("the staff could not read along", e);
    }
  }

  private void oneRound() throws InterruptedException {
    LogLevel wanted = following().orElse(null);
    if (wanted != level) {
      if (follower != null) {
        follower.close();
      }
      follower = wanted == null ? null : logs.follow(wanted);
      level = wanted;
    }
    if (follower != null) {
      Follower.Heard heard = follower.take(Duration.ZERO);
      if (!heard.lines().isEmpty()) {
        say(words.batch(heard.lines(), heard.missed()));
      }
    }
  }

  private void say(Document batch) {
    List<PlaceId> places = staff.places();
    String nonce = "log-" + Long.toHexString(System.identityHashCode(this)) + "-" + ++sent;
    for (int i = 0; i < places.size(); i++) {
      PlaceId place = places.get(i);
      Delivery delivery =
          outbox.send(
              Priority.GROWING, Destination.in(place), () -> Reply.of(batch), nonce + "-" + i);
      if (!(delivery instanceof Delivery.Delivered)) {
        log.debug("{} could not read along: {}", place, delivery);
      }
    }
  }

  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    Follower open = follower;
    if (open != null) {
      open.close();
    }
  }
}
