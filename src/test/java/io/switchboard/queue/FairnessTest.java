package io.switchboard.queue;

import static io.switchboard.queue.QueueFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The bound of fairness: of two members who wait all the time, neither gets ahead of the other by
 * more service (tokens divided by weight) than the account's concurrency times the largest request,
 * by what was expected or by what it was. Whoever comes or comes back starts level.
 */
class FairnessTest {
  private static final int LARGEST = 2000;
  private static final int MEMBERS = 3;

  private static Database database;

  @BeforeContainer
  static void open() {
    database = TestDatabases.h2();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  @Property(tries = 20)
  void nobodyGetsFartherAheadThanTheBound(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 4) int concurrency) {
    Random random = new Random(seed);
    QueueFixture f = new QueueFixture(database, QueueFixture.unlimited());
    forget();
    Map<RequestId, Long> members = new HashMap<>();
    List<RequestId> running = new ArrayList<>();
    for (long member = 1; member <= MEMBERS; member++) {
      for (int i = 0; i < concurrency + 2; i++) {
        ask(f, random, member, members);
      }
      weigh(member, 1 + random.nextInt(3));
    }
    for (int step = 0; step < 40; step++) {
      f.pass(Duration.ofSeconds(1));
      for (var next = f.claim(concurrency); next.isPresent(); next = f.claim(concurrency)) {
        running.add(next.get());
        ask(f, random, members.get(next.get()), members);
      }
      assertThat(running).hasSize(concurrency);
      assertThat(spread()).isLessThanOrEqualTo((double) concurrency * LARGEST);
      RequestId ending = running.remove(random.nextInt(running.size()));
      switch (random.nextInt(6)) {
        case 0 -> f.queue.finish(ending, new Ending.Failed("as it happens"));
        case 1 -> f.queue.putBack(ending, f.now());
        case 2 -> {
          f.queue.progressed(ending, LARGEST / 2);
          f.queue.finish(ending, new Ending.Answered(LARGEST / 4, LARGEST / 4));
        }
        default -> f.queue.finish(ending, new Ending.Answered(0, random.nextInt(LARGEST)));
      }
      assertThat(spread()).isLessThanOrEqualTo((double) concurrency * LARGEST);
    }
  }

  @Property(tries = 20)
  void whoComesBackStartsLevelWithTheLeastServed(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    QueueFixture f = new QueueFixture(database, QueueFixture.unlimited());
    forget();
    Map<RequestId, Long> members = new HashMap<>();
    f.claim(1);
    ask(f, random, 9, members);
    f.drain();
    for (int i = 0; i < 20; i++) {
      ask(f, random, 1 + random.nextInt(MEMBERS), members);
      if (random.nextBoolean()) {
        RequestId next = f.queue.claim(ACCOUNT, 1).orElseThrow().id();
        f.queue.finish(next, new Ending.Answered(0, random.nextInt(LARGEST)));
      }
    }
    double least = waiting("select min(served) from line where eligible = 1");
    ask(f, random, 9, members);
    double back = waiting("select served from line where member = 9");
    if (least >= 0) {
      assertThat(back).isGreaterThanOrEqualTo(least);
    }
  }

  private static void ask(
      QueueFixture f, Random random, long member, Map<RequestId, Long> members) {
    RequestId id = f.ask(member, "lane" + random.nextLong(), 1 + random.nextInt(LARGEST));
    members.put(id, member);
  }

  private static void forget() {
    database.useTransaction(
        h -> {
          h.execute("delete from request");
          h.execute("delete from line");
          h.execute("delete from usage_entry");
          h.execute("update queue_clock set last_left = null");
        });
  }

  private static void weigh(long member, int weight) {
    database.useTransaction(
        h -> h.execute("update line set weight = ? where member = ?", weight, member));
  }

  private static double spread() {
    return waiting("select max(served) - min(served) from line");
  }

  /** The number, or -1 if there is none. */
  private static double waiting(String sql) {
    return database.read(
        h -> h.createQuery("select coalesce((" + sql + "), -1)").mapTo(double.class).one());
  }
}
