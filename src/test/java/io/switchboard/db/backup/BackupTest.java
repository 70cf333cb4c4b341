package io.switchboard.db.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backup holds everything of one moment, and can be put into either database. */
@Order(1)
class BackupTest {
  private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"h2,h2", "h2,postgres", "postgres,h2", "postgres,postgres"})
  void everyRowComesBackInEitherDatabase(String from, String to) throws Exception {
    String source = url(from);
    String target = url(to);
    TestDatabases.open(source).close();
    Filled.with(source, 40);
    Path file = backup(source);
    BackupFile.Content content =
        new Restore(Filled.settings(target)).from(new BackupFile(file), false);
    assertThat(Filled.content(target)).isEqualTo(Filled.content(source));
    assertThat(content.kept()).containsEntry("a.key", "abc");
    assertThat(content.at()).isEqualTo(AT.toString());
    // What is made from now on gets numbers that nothing had.
    try (Database database = TestDatabases.open(target)) {
      long made =
          database.inTransaction(
              h ->
                  h.createUpdate(
                          "insert into member (name, platform_language, created_at)"
                              + " values ('new', 'en', current_timestamp)")
                      .executeAndReturnGeneratedKeys("id")
                      .mapTo(long.class)
                      .one());
      assertThat(made).isEqualTo(41);
    }
  }

  @Test
  void whereNoTablesCanBeMadeIsSaidBeforeAnyIsTried() throws Exception {
    BackupFile file = new BackupFile(backup(TestDatabases.h2Url()));
    String target = TestDatabases.emptyPostgresUrl();
    String name = target.replaceFirst(".*/(\\w+)\\?.*", "$1");
    String guest = target.replace("user=postgres", "user=" + name + "_guest");
    run(target, "create role " + name + "_guest login");
    assertThatThrownBy(() -> new Restore(Filled.settings(guest)).from(file, false))
        .isInstanceOf(BackupTrouble.class)
        .hasMessageStartingWith("the user may not make tables");
    run(target, "alter database " + name + " set default_transaction_read_only = on");
    assertThatThrownBy(() -> new Restore(Filled.settings(target)).from(file, false))
        .isInstanceOf(BackupTrouble.class)
        .hasMessageStartingWith("PostgreSQL can only be read");
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @CsvSource({"h2", "postgres"})
  void itIsOneMomentWhileOthersWrite(String kind) throws Exception {
    String url = url(kind);
    AtomicBoolean done = new AtomicBoolean();
    try (Database database = TestDatabases.open(url)) {
      database.useTransaction(
          h -> {
            h.execute("create table a_side (n bigint primary key)");
            h.execute("create table z_side (n bigint primary key)");
          });
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; !done.get(); i++) {
                      int n = i;
                      database.useTransaction(
                          h -> {
                            h.execute("insert into a_side values (?)", n);
                            h.execute("insert into z_side values (?)", n);
                          });
                    }
                  });
      for (int i = 0; i < 10; i++) {
        Path file = Files.createTempFile(folder, "moving", ".gz");
        backup(url, file);
        Map<String, Integer> rows = rows(file);
        assertThat(rows.get("a_side")).isEqualTo(rows.get("z_side"));
      }
      done.set(true);
      writer.join();
    }
  }

  private static Map<String, Integer> rows(Path file) {
    Map<String, Integer> rows = new java.util.HashMap<>();
    String[] now = {""};
    new BackupFile(file)
        .read(
            new BackupFile.Reader() {
              @Override
              public void table(BackupFile.Table table) {
                now[0] = table.name();
                rows.put(table.name(), 0);
              }

              @Override
              public void row(com.fasterxml.jackson.databind.JsonNode row) {
                rows.merge(now[0], 1, Integer::sum);
              }
            });
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"h2", "postgres"})
  void whatIsNotEmptyIsReplacedOnlyWhenTold(String kind) throws Exception {
    String source = url("h2");
    TestDatabases.open(source).close();
    Filled.with(source, 3);
    Path file = backup(source);
    String used = url(kind);
    TestDatabases.open(used).close();
    Filled.with(used, 7);
    Map<?, ?> before = Filled.content(used);
    Restore restore = new Restore(Filled.settings(used));
    assertThatThrownBy(() -> restore.from(new BackupFile(file), false))
        .isInstanceOf(BackupTrouble.class)
        .hasMessageContaining("not empty")
        .hasMessageContaining("--replace");
    assertThat(Filled.content(used)).isEqualTo(before);
    restore.from(new BackupFile(file), true);
    assertThat(Filled.content(used)).isEqualTo(Filled.content(source));
  }

  @Test
  void aDatabaseThatIsUsedOrSomebodyElsesIsLeftAlone() throws Exception {
    String source = url("h2");
    TestDatabases.open(source).close();
    Path file = backup(source);
    String running = url("postgres");
    try (Database database = TestDatabases.open(running)) {
      new io.switchboard.db.shared.Leases(database)
          .hold("listener:x", java.time.Duration.ofMinutes(1));
      assertThatThrownBy(
              () -> new Restore(Filled.settings(running)).from(new BackupFile(file), true))
          .hasMessageContaining("stop it first");
    }
    String foreign = TestDatabases.emptyPostgresUrl();
    try (var connection = java.sql.DriverManager.getConnection(foreign);
        var statement = connection.createStatement()) {
      statement.execute("create table wiki (page text)");
    }
    assertThatThrownBy(() -> new Restore(Filled.settings(foreign)).from(new BackupFile(file), true))
        .hasMessageContaining("not Switchboard's");
  }

  /** The file of an H2 is open in one process alone: if it opens here, nobody runs on it. */
  @Test
  void afterAKillAnH2NeedNotWaitForWhatWasHeld() throws Exception {
    String killed = url("h2");
    try (Database database = TestDatabases.open(killed)) {
      new io.switchboard.db.shared.Leases(database)
          .hold("listener:x", java.time.Duration.ofMinutes(1));
    }
    Path file = backup(killed);
    new Restore(Filled.settings(killed)).from(new BackupFile(file), true);
  }

  @Test
  void whatANewerProgramWroteIsLeftToIt() throws Exception {
    String source = url("h2");
    TestDatabases.open(source).close();
    try (var connection = java.sql.DriverManager.getConnection(source);
        var statement = connection.createStatement()) {
      statement.execute(
          "update \"flyway_schema_history\" set \"version\" = '9999' where"
              + " \"installed_rank\" = (select max(\"installed_rank\") from"
              + " \"flyway_schema_history\")");
    }
    Path file = backup(source);
    String target = url("h2");
    assertThatThrownBy(() -> new Restore(Filled.settings(target)).from(new BackupFile(file), false))
        .isInstanceOf(BackupTrouble.class)
        .hasMessageContaining("made by a newer Switchboard (schema 9999");
  }

  @Test
  void aFileThatIsDamagedOrCutChangesNothing() throws Exception {
    String source = url("h2");
    TestDatabases.open(source).close();
    Filled.with(source, 30);
    byte[] whole = Files.readAllBytes(backup(source));
    String target = url("h2");
    for (int at : new int[] {10, 40, whole.length / 2, whole.length - 12}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      refuses(damaged, target);
    }
    refuses(java.util.Arrays.copyOf(whole, whole.length - 1), target);
    refuses(java.util.Arrays.copyOf(whole, whole.length / 3), target);
    refuses("no backup".getBytes(java.nio.charset.StandardCharsets.UTF_8), target);
    refuses(new byte[0], target);
    assertThatThrownBy(() -> new BackupFile(folder.resolve("nothing")).verify())
        .hasMessageContaining("there is no file");
  }

  private void refuses(byte[] content, String target) throws IOException {
    Path file = Files.write(Files.createTempFile(folder, "bad", ".gz"), content);
    assertThatThrownBy(() -> new Restore(Filled.settings(target)).from(new BackupFile(file), true))
        .isInstanceOf(BackupTrouble.class);
    String path = target.replace("jdbc:h2:file:", "") + ".mv.db";
    assertThat(Path.of(path)).doesNotExist();
  }

  private Path backup(String url) throws IOException {
    Path file = Files.createTempFile(folder, "backup", ".gz");
    backup(url, file);
    return file;
  }

  private static void backup(String url, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new WriteBackup(Filled.settings(url)).to(out, AT, Map.of("a.key", "abc"));
    }
  }

  private static String url(String kind) {
    return kind.equals("h2") ? TestDatabases.emptyH2Url() : TestDatabases.emptyPostgresUrl();
  }
}
