package io.switchboard.web.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The benchmark of shared pages: {@code mvn -q test -Pbenchmarks -Dtest=PagesBench}. Readers and
 * server share the machine. Left out of {@code mvn verify} by its name, since figures want a
 * machine of their own.
 */
class PagesBench {
  private static final int READERS = 64;
  private static final Duration WARM = Duration.ofSeconds(4);
  private static final Duration LONG = Duration.ofSeconds(3);
  private static final int ROUNDS = 3;

  @Test
  void onH2() throws Exception {
    try (Database database = TestDatabases.h2()) {
      measure("H2", database);
    }
  }

  @Test
  void onPostgreSql() throws Exception {
    try (Database database = TestDatabases.postgres()) {
      measure("PostgreSQL", database);
    }
  }

  private static void measure(String name, Database database) throws Exception {
    try (House house = new House(database)) {
      URI page = house.at(house.publish(house.member()).path());
      URI file = house.at(house.assets.path("page.css"));
      Readers.perSecond(page, READERS, WARM);
      Readers.perSecond(file, READERS, WARM);
      double files = 0;
      double pages = 0;
      // In turns, and the best of each: whatever else the machine does hits both.
      for (int round = 0; round < ROUNDS; round++) {
        files = Math.max(files, Readers.perSecond(file, READERS, LONG));
        pages = Math.max(pages, Readers.perSecond(page, READERS, LONG));
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %,.0f page views a second, %,.0f static files a second (%.0f %%), %d readers, %d"
              + " processors%n",
          name,
          pages,
          files,
          100 * pages / files,
          READERS,
          Runtime.getRuntime().availableProcessors());
      assertThat(pages > 20_000 || pages > files / 2).isTrue();
    }
  }
}
