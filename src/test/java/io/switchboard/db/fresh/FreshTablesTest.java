package io.switchboard.db.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.config.Secret;
import io.switchboard.db.Database;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * What is made at once is what the migrations make. {@code mvn test -Dtest=FreshTablesTest
 * -Dfresh.write=true} writes it anew; worth it after some new migrations.
 */
class FreshTablesTest {
  private static final int SOME = 30;

  @Test
  void areThoseThatTheMigrationsMake() throws IOException {
    String migrated = TestDatabases.emptyH2Url();
    flyway(migrated).migrate();
    List<String> statements = statements(migrated);
    if (Boolean.getBoolean("fresh.write")) {
      String words = statements.stream().collect(Collectors.joining("\n", "", "\n"));
      Files.writeString(Path.of("src/main/resources", FreshTables.STATEMENTS), words);
      return;
    }

    String made = TestDatabases.emptyH2Url();
    Jdbi.create(made).useHandle(FreshTables::makeIn);
    assertThat(flyway(made).info().pending())
        .as("run one after the other at each first start")
        .hasSizeLessThan(SOME);
    flyway(made).migrate();
    assertThat(statements(made)).isEqualTo(statements);
  }

  @Test
  void belongToTheUserWhoIsConfiguredAndNobodyElseGetsIn() {
    String url = TestDatabases.emptyH2Url();
    Database.open(new DatabaseSettings(url, "BOT", Secret.of("long and secret"), 2, 0)).close();
    List<String> users =
        Jdbi.create(url, "BOT", "long and secret")
            .withHandle(
                h ->
                    h.createQuery(
                            "select user_name from information_schema.users union select"
                                + " \"installed_by\" from \"flyway_schema_history\"")
                        .mapTo(String.class)
                        .list());
    assertThat(users).containsExactly("BOT");
  }

  @Test
  void areNotMadeWhereThereIsAny() {
    Jdbi other = Jdbi.create(TestDatabases.emptyH2Url());
    other.useHandle(h -> h.execute("create table somebodys (n int)"));
    other.useHandle(FreshTables::makeIn);
    List<String> tables =
        other.withHandle(
            h ->
                h.createQuery(
                        "select table_name from information_schema.tables where table_schema ="
                            + " 'PUBLIC'")
                    .mapTo(String.class)
                    .list());
    assertThat(tables).containsExactly("SOMEBODYS");
  }

  private static Flyway flyway(String url) {
    return Flyway.configure().dataSource(url, null, null).locations("classpath:migrations").load();
  }

  /** Nothing in it is of this moment or of this user. */
  private static List<String> statements(String url) {
    return Jdbi.create(url)
        .withHandle(h -> h.createQuery("script nopasswords nosettings").mapTo(String.class).list())
        .stream()
        .filter(statement -> !statement.startsWith("--") && !statement.startsWith("CREATE USER"))
        .map(
            statement ->
                statement.replaceAll(
                    ", '', TIMESTAMP '[^']*', \\d+, TRUE\\)",
                    ", CURRENT_USER, LOCALTIMESTAMP, 0, TRUE)"))
        .toList();
  }
}
