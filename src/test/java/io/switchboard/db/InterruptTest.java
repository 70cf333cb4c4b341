package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * An interrupted thread closes the file or socket that it is at. The database must not be what is
 * closed.
 */
class InterruptTest {
  @Test
  void h2OutlivesInterruptedThreads() throws Exception {
    try (Database database = TestDatabases.h2()) {
      outlives(database);
    }
  }

  @Test
  void postgresOutlivesInterruptedThreads() throws Exception {
    try (Database database = TestDatabases.postgres()) {
      outlives(database);
    }
  }

  private static void outlives(Database database) throws Exception {
    database.useTransaction(h -> h.execute("create table scratch (n int)"));
    CountDownLatch done = new CountDownLatch(1);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    database.useTransaction(h -> h.execute("insert into scratch (n) values (1)"));
                  }
                  done.countDown();
                });
    while (done.getCount() > 0) {
      writer.interrupt();
      Thread.yield();
      if (!writer.isAlive()) {
        break;
      }
    }
    assertThat(done.getCount()).isZero();
    int rows =
        database.read(h -> h.createQuery("select count(*) from scratch").mapTo(int.class).one());
    assertThat(rows).isEqualTo(50);
  }
}
