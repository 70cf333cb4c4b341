package io.switchboard.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From every version that there ever was, with rows in all of its tables, the way to today's. */
class UpgradeTest {
  static Stream<String> versions() {
    return Arrays.stream(flyway(TestDatabases.emptyH2Url(), "latest").info().all())
        .map(MigrationInfo::getVersion)
        .map(Object::toString);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void onH2(String version) throws Exception {
    upgrades(TestDatabases.emptyH2Url(), version);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void onPostgres(String version) throws Exception {
    upgrades(TestDatabases.emptyPostgresUrl(), version);
  }

  private static void upgrades(String url, String version) throws Exception {
    flyway(url, version).migrate();
    Filled.with(url, 3);
    Map<String, List<String>> before = Filled.content(url);
    try (Database upgraded = TestDatabases.open(url)) {
      assertThat(upgraded.version()).isNotBlank();
    }
    Map<String, List<String>> after = Filled.content(url);
    // Tables are renamed and taken apart on the way; what is still called the same lost no row.
    before.forEach(
        (table, rows) -> {
          if (after.containsKey(table)) {
            assertThat(after.get(table)).as(table).hasSizeGreaterThanOrEqualTo(rows.size());
          }
        });
    assertThat(after.get("member")).hasSizeGreaterThanOrEqualTo(version.equals("1") ? 0 : 3);
  }

  private static Flyway flyway(String url, String version) {
    return Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:migrations")
        .target(version)
        .load();
  }
}
