package io.switchboard.queue;

import io.switchboard.db.Database;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Claims requests and has each answered on a virtual thread of its own. Hears at once of what comes
 * in this process, looks every second for what others left, says every second that it lives.
 */
public final class Worker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  /** Well within the lease of a request, as often as people notice. */
  private static final Duration PULSE = Duration.ofSeconds(1);

  /** For an answer under way at a stop to come to its end; most do. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** For everything that only has to notice that it should stop. */
  private static final Duration NOTICE = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_FAILURES = 5;

  private final RequestQueue queue;
  private final RequestRunner runner;
  private final Supplier<List<Slots>> accounts;
  private final Duration every;
  private final Semaphore wake = new Semaphore(0);
  private final Map<RequestId, Thread> running = new ConcurrentHashMap<>();

  /** Those that could not be left, and not because the database was away. */
  private final Set<RequestId> broken = ConcurrentHashMap.newKeySet();

  private volatile boolean open = true;
  private volatile boolean interrupting;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread claims;
  private final Thread pulse;

  /**
   * @param accounts what may run on them; asked each time before it claims
   */
  public Worker(RequestQueue queue, RequestRunner runner, Supplier<List<Slots>> accounts) {
    this(queue, runner, accounts, PULSE);
  }

  /**
   * A quicker one for tests.
   *
   * @param every how often to look and to say that it lives
   */
  Worker(RequestQueue queue, RequestRunner runner, Supplier<List<Slots>> accounts, Duration every) {
    this.queue = queue;
    this.runner = runner;
    this.accounts = accounts;
    this.every = every;
    this.claims = Thread.ofVirtual().name("claims").unstarted(this::claimWhileOpen);
    this.pulse = Thread.ofVirtual().name("pulse").unstarted(this::beatWhileOpen);
  }

  /** Puts back what a crash left and begins. */
  public void start() {
    int left = queue.upkeep().recoverAtStart();
    if (left > 0) {
      log.info("{} requests go on that were under way when the last run ended", left);
    }
    queue.onWork(wake::release);
    claims.start();
    pulse.start();
  }

  private void claimWhileOpen() {
    while (open) {
      try {
        wake.drainPermits();
        queue.upkeep().recover();
        leaveOrphans();
        claimAll();
        wake.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        log.error("claiming failed; it goes on in a second", e);
        pause();
      }
    }
  }

  /**
   * The database may fail in the moment in which a request is claimed or left, and then says that
   * it runs here when it does not.
   */
  private void leaveOrphans() {
    for (RequestId request : queue.upkeep().held()) {
      if (!running.containsKey(request)) {
        leave(request, !broken.remove(request), "it could not be left");
      }
    }
  }

  private void claimAll() {
    while (open) {
      var claimed = queue.claim(accounts.get());
      if (claimed.isEmpty()) {
        return;
      }
      Claimed request = claimed.get();
      Thread thread =
          Thread.ofVirtual().name("request-" + request.id()).unstarted(() -> run(request));
      running.put(request.id(), thread);
      thread.start();
    }
  }

  private void run(Claimed request) {
    long begin = System.nanoTime();
    try (MDC.MDCCloseable _ = MDC.putCloseable(RequestQueue.LOG_KEY, request.id().toString())) {
      log.info("request {} is answered by {}", request.id(), request.account());
      runInside(request);
      long took = (System.nanoTime() - begin) / 1_000_000;
      log.info("request {} was worked on for {} ms", request.id(), took);
    }
  }

  private void runInside(Claimed request) {
    String why = "its runner neither finished it nor put it back";
    boolean away = false;
    try {
      runner.run(request);
    } catch (RuntimeException | Error e) {
      why = String.valueOf(e);
      away = Database.wasAway(e);
      if (!interrupting) {
        log.error("answering request {} failed", request.id(), e);
      }
    }
    boolean stopped = Thread.interrupted() || interrupting;
    try {
      // It is no fault of the request's that the database was away.
      if (leave(request.id(), stopped || away, why)) {
        runner.gaveUp(request);
      }
    } catch (RuntimeException | Error e) {
      log.error("request {} was not left in good order", request.id(), e);
      if (!Database.wasAway(e)) {
        broken.add(request.id());
      }
    } finally {
      running.remove(request.id());
      wake.release();
    }
  }

  /**
   * Whatever the runner did, the request does not stay half done.
   *
   * @return whether it is given up
   */
  private boolean leave(RequestId request, boolean stopped, String why) {
    if (!queue.upkeep().runs(request)) {
      return false;
    }
    if (stopped) {
      queue.putBack(request, Instant.EPOCH);
      return false;
    }
    return queue.brokeDown(request, MOST_FAILURES, PATIENCE, why);
  }

  private void beatWhileOpen() {
    while (stopped.getCount() > 0) {
      try {
        queue.upkeep().beat();
      } catch (RuntimeException | Error e) {
        log.error("the database was not told that this process lives", e);
      }
      pause();
    }
  }

  private void pause() {
    try {
      stopped.await(every.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops; what runs has ten seconds to come to its end. */
  @Override
  public void close() {
    close(GRACE);
  }

  /**
   * Claims no more, lets what runs come to its end for so long, then interrupts it; what did not
   * end by itself is put back for whoever starts next.
   */
  public void close(Duration grace) {
    open = false;
    wake.release();
    join(claims, NOTICE);
    await(grace);
    interrupting = true;
    running.values().forEach(Thread::interrupt);
    await(NOTICE);
    for (RequestId request : running.keySet()) {
      log.warn("request {} does not let itself be interrupted; it is put back", request);
      leave(request, true, "");
    }
    stopped.countDown();
    join(pulse, NOTICE);
  }

  private static void join(Thread thread, Duration most) {
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(most);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until nothing runs, at most so long. */
  private void await(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    for (Thread thread : List.copyOf(running.values())) {
      join(thread, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }
}
