package io.switchboard.db.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One holder at a time, on both databases. */
class LeasesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static String url(String kind) {
    return kind.equals("H2") ? TestDatabases.h2Url() : TestDatabases.postgresUrl();
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void oneHoldsItUntilItIsReleased(String kind) {
    try (Database database = TestDatabases.open(url(kind))) {
      Leases one = new Leases(database);
      Leases two = new Leases(database);
      assertThat(one.hold("a", MINUTE)).isTrue();
      assertThat(two.hold("a", MINUTE)).isFalse();
      assertThat(two.another("a")).isTrue();
      assertThat(one.another("a")).isFalse();
      assertThat(one.hold("a", MINUTE)).isTrue();
      assertThat(two.hold("b", MINUTE)).isTrue();

      two.release("a");
      assertThat(two.hold("a", MINUTE)).isFalse();
      one.release("a");
      assertThat(two.another("a")).isFalse();
      assertThat(two.hold("a", MINUTE)).isTrue();
      assertThat(one.hold("a", MINUTE)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void itRunsOutByTheDatabasesClock(String kind) {
    try (Database database = TestDatabases.open(url(kind))) {
      Leases one = new Leases(database);
      Leases two = new Leases(database);
      assertThat(one.hold("a", MINUTE)).isTrue();
      pass(database, Duration.ofSeconds(55));
      assertThat(two.hold("a", MINUTE)).isFalse();
      pass(database, Duration.ofSeconds(6));
      assertThat(two.hold("a", MINUTE)).isTrue();
    }
  }

  /** As if so much time had passed. */
  private static void pass(Database database, Duration time) {
    database.useTransaction(
        h ->
            h.createUpdate(
                    "update lease set until_at = until_at"
                        + " - cast(:seconds as integer) * interval '1' second")
                .bind("seconds", (int) time.toSeconds())
                .execute());
  }
}
