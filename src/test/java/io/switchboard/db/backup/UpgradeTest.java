package io.switchboard.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.Dialect;
import io.switchboard.db.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The way from every version that there ever was to today's, with rows in all tables: in one walk
 * at each step of which what is new gets rows, and those of all before go along. {@link
 * UpgradeTrial} goes the whole way from each by itself; here that is done from some.
 */
@Order(1)
class UpgradeTest {
  private static final int EVERY = 30;

  static Stream<String> some() {
    List<String> all = Versions.all();
    return IntStream.range(0, all.size())
        .filter(i -> i % EVERY == 0 || i == all.size() - 2)
        .mapToObj(all::get);
  }

  @ParameterizedTest
  @MethodSource("some")
  void fromThisOneOnH2(String version) throws Exception {
    Versions.upgrade(TestDatabases.emptyH2Url(), version);
  }

  @ParameterizedTest
  @MethodSource("some")
  void fromThisOneOnPostgres(String version) throws Exception {
    Versions.upgrade(TestDatabases.emptyPostgresUrl(), version);
  }

  @Test
  void stepByStepOnH2() throws Exception {
    walk(TestDatabases.emptyH2Url());
  }

  @Test
  void stepByStepOnPostgres() throws Exception {
    walk(TestDatabases.emptyPostgresUrl());
  }

  private static void walk(String url) throws SQLException {
    // H2 would write and read its whole file at each of hundreds of openings.
    try (Connection open = Connecting.to(Filled.settings(url), Dialect.of(url))) {
      throughAll(url);
    }
    Map<String, List<String>> content = Filled.content(url);
    try (Database newest = TestDatabases.open(url)) {
      assertThat(newest.version()).isNotBlank();
    }
    assertThat(Filled.content(url)).isEqualTo(content);
    assertThat(content.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
  }

  private static void throughAll(String url) throws SQLException {
    List<String> all = Versions.all();
    Map<String, Integer> before = Map.of();
    Map<String, Map<String, Integer>> known = new HashMap<>();
    for (int step = 0; step < all.size(); step++) {
      Versions.migrate(url, all.get(step));
      Versions.nothingLost(before, Filled.counts(url), "at version " + all.get(step));
      Filled.news(url, 3, (step + 1) * 2_000, known);
      before = Filled.counts(url);
    }
  }
}
