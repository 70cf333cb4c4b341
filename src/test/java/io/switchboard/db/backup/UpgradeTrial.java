package io.switchboard.db.backup;

import io.switchboard.db.TestDatabases;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From every version that there ever was by itself, the whole way to today's. */
class UpgradeTrial {
  static Stream<String> versions() {
    return Versions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void onH2(String version) throws Exception {
    Versions.upgrade(TestDatabases.emptyH2Url(), version);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void onPostgres(String version) throws Exception {
    Versions.upgrade(TestDatabases.emptyPostgresUrl(), version);
  }
}
