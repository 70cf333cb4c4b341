package io.switchboard.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The versions that the tables ever had. */
final class Versions {
  private Versions() {}

  /** Their numbers, oldest first. */
  static List<String> all() {
    return Arrays.stream(flyway(TestDatabases.emptyH2Url(), "latest").info().all())
        .map(MigrationInfo::getVersion)
        .map(Object::toString)
        .toList();
  }

  static void migrate(String url, String version) {
    flyway(url, version).migrate();
  }

  /** An empty database becomes one of that version with rows, and is opened by today's program. */
  static void upgrade(String url, String version) throws SQLException {
    migrate(url, version);
    Filled.with(url, 3);
    Map<String, Integer> before = Filled.counts(url);
    try (Database upgraded = TestDatabases.open(url)) {
      assertThat(upgraded.version()).isNotBlank();
    }
    Map<String, Integer> after = Filled.counts(url);
    nothingLost(before, after, "from " + version);
    assertThat(after.get("member")).isGreaterThanOrEqualTo(version.equals("1") ? 0 : 3);
  }

  /**
   * Tables are renamed and taken apart on the way; what is still called the same lost no row.
   *
   * @param when for the message
   */
  static void nothingLost(Map<String, Integer> before, Map<String, Integer> after, String when) {
    before.forEach(
        (table, rows) -> {
          if (after.containsKey(table)) {
            assertThat(after.get(table)).as("%s %s", table, when).isGreaterThanOrEqualTo(rows);
          }
        });
  }

  private static Flyway flyway(String url, String version) {
    return Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:migrations")
        .target(version)
        .load();
  }
}
