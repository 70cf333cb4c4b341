package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out without Flyway is what Flyway says. */
class OwnHistoryTest {
  private final OwnHistory own = OwnHistory.begin();

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void isThereWhereFlywayHasDoneAllAndNotBefore(Dialect dialect) {
    String url =
        dialect == Dialect.H2 ? TestDatabases.emptyH2Url() : TestDatabases.emptyPostgresUrl();
    Jdbi jdbi = Jdbi.create(url);
    assertThat(jdbi.withHandle(own::isIn).booleanValue()).isFalse();
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:migrations")
        .load()
        .migrate();
    assertThat(jdbi.withHandle(own::isIn).booleanValue()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from \"flyway_schema_history\" where \"version\" = '107'",
        "update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '4'",
        "update \"flyway_schema_history\" set \"checksum\" = null where \"version\" = '4'",
        "update \"flyway_schema_history\" set \"script\" = 'V4__x.sql' where \"version\" = '4'",
        "update \"flyway_schema_history\" set \"success\" = false where \"version\" = '4'",
        "insert into \"flyway_schema_history\" values (1000, '1000', 'newer', 'SQL',"
            + " 'V1000__newer.sql', 5, 'sa', current_timestamp, 0, true)",
        "insert into \"flyway_schema_history\" values (1000, null, 'again', 'SQL',"
            + " 'R__again.sql', 5, 'sa', current_timestamp, 0, false)"
      })
  void isNotThereWhereAnythingIsOtherwise(String change) {
    Jdbi jdbi = Jdbi.create(TestDatabases.h2Url());
    assertThat(jdbi.withHandle(own::isIn).booleanValue()).isTrue();
    jdbi.useHandle(h -> h.execute(change));
    assertThat(jdbi.withHandle(own::isIn).booleanValue()).isFalse();
  }
}
