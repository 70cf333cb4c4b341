package io.switchboard.queue.cost;

import static io.switchboard.queue.QueueFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.queue.QueueFixture;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What taking and ending a request costs, however many wait. {@code
 * -Dswitchboard.test.waiting=1000000} for the figures of the notes; few by default, and then judged
 * loosely; few and many are asked in turns, so that what runs beside hits both.
 */
class ClaimCostTest {
  private static final int FEW = 1000;
  private static final int MANY = Integer.getInteger("switchboard.test.waiting", 10_000);
  private static final double MOST =
      Double.parseDouble(System.getProperty("switchboard.test.most-times", "4"));

  @Test
  void onH2() {
    compare("H2", TestDatabases.h2(), TestDatabases.h2());
  }

  @Test
  void onPostgres() {
    compare("PostgreSQL", TestDatabases.postgres(), TestDatabases.postgres());
  }

  private static void compare(String name, Database first, Database second) {
    try (QueueFixture few = new QueueFixture(first, QueueFixture.unlimited());
        QueueFixture many = new QueueFixture(second, QueueFixture.unlimited())) {
      Waiting.fill(few, FEW);
      Waiting.fill(many, MANY);
      long[] fewNanos = new long[200];
      long[] manyNanos = new long[200];
      for (int i = -50; i < 200; i++) {
        long a = turn(few);
        long b = turn(many);
        if (i >= 0) {
          fewNanos[i] = a;
          manyNanos[i] = b;
        }
      }
      double times = (double) median(manyNanos) / median(fewNanos);
      System.out.printf(
          "%s: claim and finish take %.2f ms with %,d waiting, %.2f ms with %,d: %.2f times%n",
          name, median(fewNanos) / 1e6, FEW, median(manyNanos) / 1e6, MANY, times);
      assertThat(times).isLessThan(MOST);
    }
  }

  private static long turn(QueueFixture f) {
    f.pass(Duration.ofMillis(10));
    long begin = System.nanoTime();
    RequestId id = f.queue.claim(ACCOUNT, 4).orElseThrow().id();
    f.queue.finish(id, new Ending.Answered(50, 50));
    return System.nanoTime() - begin;
  }

  private static long median(long[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }
}
