package io.switchboard.queue.cost;

import static io.switchboard.queue.QueueFixture.ACCOUNT;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.queue.QueueFixture;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * How many requests a second are taken in, claimed and finished, however many wait; by one process,
 * and by two that share PostgreSQL: {@code mvn -q test -Pbenchmarks -Dtest=ClaimsBench}.
 */
class ClaimsBench {
  private static final List<Integer> WAITING = List.of(1_000, 100_000, 1_000_000);
  private static final Duration WARM = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofSeconds(5);

  @Test
  void onH2() throws Exception {
    for (int waiting : WAITING) {
      try (QueueFixture f = new QueueFixture(TestDatabases.h2(), QueueFixture.unlimited())) {
        Waiting.fill(f, waiting);
        perSecond(List.of(f.queue), WARM);
        say("H2", waiting, "one process", perSecond(List.of(f.queue), LONG));
      }
    }
  }

  @Test
  void onPostgres() throws Exception {
    for (int waiting : WAITING) {
      String url = TestDatabases.postgresUrl();
      try (Database second = TestDatabases.open(url);
          QueueFixture f = new QueueFixture(TestDatabases.open(url), QueueFixture.unlimited())) {
        Waiting.fill(f, waiting);
        List<RequestQueue> two = List.of(f.queue, f.process(second, "there"));
        perSecond(two, WARM);
        say("PostgreSQL", waiting, "one process", perSecond(two.subList(0, 1), LONG));
        say("PostgreSQL", waiting, "two processes", perSecond(two, LONG));
      }
    }
  }

  private static double perSecond(List<RequestQueue> processes, Duration length)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + length.toNanos();
    List<Callable<Integer>> loops = new ArrayList<>();
    for (RequestQueue queue : processes) {
      loops.add(() -> turns(queue, end));
    }
    int turns = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(loops.size())) {
      for (Future<Integer> loop : threads.invokeAll(loops)) {
        turns += loop.get();
      }
    }
    return turns / (length.toMillis() / 1e3);
  }

  private static int turns(RequestQueue queue, long end) {
    int turns = 0;
    while (System.nanoTime() < end) {
      RequestId id = queue.claim(ACCOUNT, 4).orElseThrow().id();
      queue.finish(id, new Ending.Answered(50, 50));
      queue.submit(QueueFixture.question(turns % 10, "another", 100));
      turns++;
    }
    return turns;
  }

  private static void say(String database, int waiting, String who, double perSecond) {
    System.out.printf(
        Locale.ROOT,
        "%s, %,d waiting, %s: %,.0f taken in, claimed and finished a second%n",
        database,
        waiting,
        who,
        perSecond);
  }
}
