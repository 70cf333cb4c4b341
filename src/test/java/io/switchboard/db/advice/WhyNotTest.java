package io.switchboard.db.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.switchboard.check.Finding;
import io.switchboard.check.Findings;
import io.switchboard.config.Secret;
import io.switchboard.db.Database;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.TestDatabases;
import io.switchboard.db.check.CheckDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot be opened says in a line what to do. */
@Order(1)
class WhyNotTest {
  @TempDir Path folder;

  private String said(String url) {
    Throwable[] thrown = {null};
    assertThatThrownBy(() -> Database.open(settings(url)).close())
        .isInstanceOf(DatabaseUnavailable.class)
        .satisfies(e -> thrown[0] = e);
    return String.valueOf(thrown[0].getMessage());
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, "", Secret.of(""), 2, 0);
  }

  private String file(String name) {
    return "jdbc:h2:file:" + folder.resolve(name);
  }

  @Test
  void aFileThatIsDamagedIsMovedAwayAndRestored() throws Exception {
    byte[] noise = new byte[100_000];
    new java.util.Random(1).nextBytes(noise);
    Files.write(folder.resolve("db.mv.db"), noise);
    assertThat(said(file("db")))
        .contains(folder.resolve("db.mv.db") + " is damaged", "switchboard restore FILE")
        .hasLineCount(1);
  }

  @Test
  void aFileThatMayOnlyBeReadIsGivenToWhoRunsThis() throws Exception {
    Database.open(settings(file("db"))).close();
    Path data = folder.resolve("db.mv.db");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(data), "root may write everything");
    assertThat(said(file("db")))
        .contains(data + " belongs to " + OwnFile.owner(data), "cannot be written by the user")
        .contains("chown -R " + OwnFile.user() + " " + data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("---------"));
    assertThat(said(file("db"))).contains("cannot be read by the user");
  }

  @Test
  void theFolderThatIsMadeIsForNobodyElse() throws Exception {
    Database.open(settings(file("made/db"))).close();
    assertThat(Files.getPosixFilePermissions(folder.resolve("made")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (var files = Files.list(folder.resolve("made"))) {
      assertThat(files).extracting(f -> f.getFileName().toString()).containsExactly("db.mv.db");
    }
  }

  @ParameterizedTest
  @CsvSource({"jdbc:h2:data/x,./data/x", "jdbc:h2:file:x;TRACE_LEVEL_FILE=0,./x"})
  void aPathThatH2WouldNotTakeIsSpelt(String url, String right) {
    assertThat(said(url)).contains("jdbc:h2:file:" + right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:tcp://localhost/./x",
        "jdbc:h2:ssl://localhost/./x",
        "jdbc:h2:zip:./x.zip!/x",
        "jdbc:h2:file:./data/x;AUTO_SERVER=TRUE"
      })
  void anH2ThatOthersOpenTooIsRefused(String url) {
    assertThat(said(url)).contains("without AUTO_SERVER", "PostgreSQL").hasLineCount(1);
  }

  /** What a path is called says nothing of what is in it. */
  @Test
  void aPathThatSoundsDamagedIsNot() throws Exception {
    Path held = folder.resolve("corrupt/db");
    try (Database database = Database.open(settings("jdbc:h2:file:" + held))) {
      assertThat(database.isCalm()).isTrue();
      assertThat(said("jdbc:h2:file:" + held + ";CACHE_SIZE=x")).doesNotContain("damaged");
    }
    assertThat(
            WhyNot.of(
                new SQLException("File corrupted/x.db cannot be locked", "90028", 90028),
                "jdbc:h2:file:./corrupted/x"))
        .contains("cannot be opened")
        .doesNotContain("damaged");
    assertThat(said(file("db") + ";WHAT=EVER")).contains("behind the file in database.url");
    assertThat(said(file("secret") + ";CIPHER=AES")).contains("database.password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:99999/x",
        "jdbc:postgresql://127.0.0.1:abc/x",
        "jdbc:postgresql://me:do-not-show@host/x",
        "jdbc:postgresql:/x y"
      })
  void whatIsNoAddressOfAPostgresqlIsNotTakenForOneThatIsAway(String url) {
    assertThat(said(url))
        .contains("no address of a PostgreSQL", "jdbc:postgresql://host:5432/switchboard")
        .doesNotContain("do-not-show")
        .hasLineCount(1);
  }

  @Test
  void whatIsWrongWithAPostgresqlIsToldApart() throws Exception {
    String there = TestDatabases.postgresUrl();
    String name = there.replaceFirst(".*/(\\w+)\\?.*", "$1");
    run(there, "create role " + name + "_guest login");
    run(there, "revoke connect on database " + name + " from public");
    String guest = there.replace("user=postgres", "user=" + name + "_guest");
    assertThat(said(guest)).contains("may not connect to the database", "grant connect");
    run(there, "grant connect on database " + name + " to " + name + "_guest");
    assertThat(said(there + "&sslmode=require")).contains("do not agree on encryption", "sslmode");
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void otherAddressesAreShownHowItIsWritten() {
    assertThat(said("postgresql://u:do-not-show@host/db"))
        .contains("jdbc:postgresql://host/switchboard")
        .doesNotContain("do-not-show");
  }

  @Test
  void aFileInTheHomeIsFound() {
    assertThat(WhyNot.file("jdbc:h2:~/data/x;TRACE_LEVEL_FILE=0"))
        .contains(Path.of(System.getProperty("user.home"), "data", "x.mv.db").toAbsolutePath());
    assertThat(WhyNot.file("jdbc:h2:mem:x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://127.0.0.1:1/x?password=do-not-show, the database does not answer: start it",
    "jdbc:postgresql://switchboard.invalid/x, the name of the database's host cannot be looked up"
  })
  void theCheckSaysWhatItSeesAtOnce(String url, String said) {
    Findings findings = new Findings("Database");
    new CheckDatabase(settings(url), InstantSource.system()).look(findings);
    assertThat(findings.all())
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .contains(said, "database.url")
        .doesNotContain("do-not-show");
  }

  @Test
  void whatServersSayOfPasswordsIsUnderstood() {
    for (SQLException refused :
        new SQLException[] {
          new SQLException("FATAL: password authentication failed for user", "28P01"),
          new SQLException(
              "The server requested SCRAM-based authentication, but no password was provided.",
              "08004")
        }) {
      assertThat(WhyNot.of(new IllegalStateException(refused), "jdbc:postgresql://h/d"))
          .contains("set database.user and database.password");
    }
  }

  @ParameterizedTest
  @CsvSource({"h2", "postgres"})
  void anOlderProgramLeavesANewerDatabaseAlone(String kind) throws Exception {
    String url = kind.equals("h2") ? file("db") : TestDatabases.postgresUrl();
    try (Database database = Database.open(settings(url))) {
      database.useTransaction(
          h ->
              h.execute(
                  "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
                      + " \"description\", \"type\", \"script\", \"installed_by\","
                      + " \"execution_time\", \"success\") values (99999, '9999', 'later', 'SQL',"
                      + " 'V9999__later.sql', 'x', 1, true)"));
    }
    assertThat(said(url)).contains("newer Switchboard (schema 9999)", "run that one");
  }
}
