package io.switchboard.db.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.db.TestDatabases;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong in a backup is said in a line, and what is in the database stays. */
class BadRowTest {
  private static final String MANY = "x".repeat(5_000);

  @TempDir static Path folder;
  private static Path good;

  @BeforeAll
  static void backUp() throws Exception {
    String source = TestDatabases.h2Url();
    Filled.with(source, 40);
    run(
        source,
        "insert into member (name, platform_language, created_at) select 'x', 'en',"
            + " current_timestamp from system_range(1, 560)");
    good = folder.resolve("good.backup");
    try (OutputStream out = Files.newOutputStream(good)) {
      new WriteBackup(Filled.settings(source)).to(out, Instant.EPOCH, Map.of());
    }
  }

  /** What is forged, and what is said of it. */
  private record Case(Forged forged, String said) {}

  private static Stream<Case> cases() throws Exception {
    return Stream.of(
        value("created_at", "\"yesterday\"", "expected a time such as 2026"),
        value("created_at", "12", "expected a time such as 2026"),
        value("created_at", "null", "expected a value"),
        value("id", "\"x\"", "expected a whole number"),
        value("id", "1.5", "expected a whole number"),
        value("id", "123456789012345678901234567890", "expected a whole number"),
        value("id", "[1]", "expected a whole number"),
        value("name", "7", "expected a text"),
        value("name", "\"" + MANY + "\"", "expected at most "),
        new Case(
            Forged.of(good).value("member", 555, "id", "7"),
            "row 555 of table member has a key that another row has, too"),
        new Case(
            Forged.of(good).value("turn_summary", 33, "turn_id", "999999"),
            "row 33 of table turn_summary refers to a row that is not there"),
        new Case(
            Forged.of(good).value("sandbox_file", 3, "content", "\"%%%\""),
            "row 3 of table sandbox_file, column content: expected bytes in Base64"),
        new Case(
            Forged.of(good).head("member", "\"created_at\"", "\"made_at\""),
            "its table member has a column made_at"),
        new Case(
            Forged.of(good).head("member", "\"table\":\"member\"", "\"table\":\"wizard\""),
            "it has a table wizard"),
        new Case(
            Forged.of(good).head("member", "\"next\":{\"id\":601}", "\"next\":{\"id\":-5}"),
            "what it says of the numbers of table member, column id"),
        new Case(
            Forged.of(good).head("member", "\"next\":{\"id\":601}", "\"next\":{\"name\":5}"),
            "what it says of the numbers of table member, column name"),
        new Case(
            Forged.of(good).head("member", "\"created_at\"", "\"created_at\",\"id\""),
            "column id, which there is not, or twice"),
        new Case(
            Forged.of(good).first("\"schema\":\"", "\"schema\":\"1.5.\"").first(".\"", "."),
            "there never were tables of its version"));
  }

  private static Case value(String column, String json, String said) throws Exception {
    return new Case(
        Forged.of(good).value("member", 523, column, json),
        "row 523 of table member, column %s: %s".formatted(column, said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void isNamedAndNothingIsChanged(String kind) throws Exception {
    String used = url(kind);
    Filled.with(used, 4);
    Map<String, List<String>> before = Filled.content(used);
    // What the databases refuse themselves is tried on both, the rest on the quicker.
    for (Case one :
        cases()
            .filter(
                c ->
                    kind.equals("h2")
                        || c.said.matches(".*(another row|that is not there|expected a time).*"))
            .toList()) {
      Path file = one.forged.to(folder.resolve("forged.backup"));
      assertThatThrownBy(() -> new Restore(Filled.settings(used)).from(new BackupFile(file), true))
          .as(one.said)
          .isInstanceOf(BackupTrouble.class)
          .hasMessageStartingWith(file + " is damaged")
          .hasMessageContaining(one.said)
          .message()
          .hasLineCount(1)
          .doesNotContain(MANY);
      assertThat(Filled.content(used)).isEqualTo(before);
    }
    // And nothing is left behind in which the next one could stumble.
    new Restore(Filled.settings(used)).from(new BackupFile(good), true);
    assertThat(Filled.content(used).get("member")).hasSize(600);
    if (kind.equals("h2")) {
      try (Stream<Path> left = Files.list(Path.of(used.replace("jdbc:h2:file:", "")).getParent())) {
        assertThat(left).extracting(f -> f.getFileName().toString()).containsExactly("test.mv.db");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"h2", "postgres"})
  void whatIsNotTakenIsNotThere(String kind) throws Exception {
    String used = url(kind);
    Filled.with(used, 4);
    Map<String, List<String>> before = Filled.content(used);
    try (Restore.Ready ready =
        new Restore(Filled.settings(used)).prepare(new BackupFile(good), true)) {
      assertThat(ready.content().rows()).isPositive();
    }
    assertThat(Filled.content(used)).isEqualTo(before);
  }

  /** What was written down before it would be taken back at the next start. */
  @Test
  void anUpgradeThatDidNotEndIsOver() throws Exception {
    String used = url("h2");
    Path before = Path.of(used.replace("jdbc:h2:file:", "") + ".before-upgrade.sql");
    Files.writeString(before, "create table of_before (n int);");
    new Restore(Filled.settings(used)).from(new BackupFile(good), true);
    assertThat(before).doesNotExist();
    TestDatabases.open(used).close();
    assertThat(Filled.content(used).get("member")).hasSize(600);
  }

  /** What somebody else put beside our tables there is not ours to take away. */
  @Test
  void whatIsNoTableStays() throws Exception {
    String used = url("postgres");
    run(used, "create function theirs() returns int language sql as 'select 7'");
    new Restore(Filled.settings(used)).from(new BackupFile(good), true);
    assertThat(Filled.content(used).get("member")).hasSize(600);
    run(used, "select theirs()");
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String url(String kind) {
    return kind.equals("h2") ? TestDatabases.h2Url() : TestDatabases.postgresUrl();
  }
}
