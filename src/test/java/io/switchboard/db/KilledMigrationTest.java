package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 commits each statement of a migration by itself; one that is killed begins anew. */
class KilledMigrationTest {
  @TempDir Path folder;

  @Test
  void whateverAKillLeavesOfTheFirstMigrationIsOpened() throws Exception {
    List<Path> copies = new ArrayList<>();
    while (copies.size() < 10) {
      Path live = Files.createTempDirectory(folder, "live");
      Thread opening = Thread.ofPlatform().start(() -> open(live).close());
      while (opening.isAlive()) {
        Path copy = Files.createDirectories(folder.resolve("copy" + copies.size()));
        if (copied(live, copy)) {
          copies.add(copy);
        }
      }
      opening.join();
    }
    int step = Math.max(1, copies.size() / 15);
    for (int i = 0; i < copies.size(); i += step) {
      try (Database database = open(copies.get(i))) {
        assertThat(database.version()).isNotBlank();
        assertThat(database.read(KilledMigrationTest::tables)).contains("request", "lease");
      }
      try (Stream<Path> files = Files.list(copies.get(i))) {
        assertThat(files).allMatch(file -> file.toString().endsWith(".mv.db"));
      }
    }
  }

  @Test
  void whatWasThereBeforeAnUpgradeThatWasKilledIsTakenBack() throws Exception {
    try (Database database = open(folder)) {
      database.useTransaction(h -> h.execute("insert into lease values ('a', 'b', now())"));
      String before = folder.resolve("db.before-upgrade.sql").toString();
      database.useTransaction(h -> h.createQuery("script to '" + before + "'").mapToMap().list());
      // What an upgrade might have come to when it was killed.
      database.useTransaction(h -> h.execute("create table half_made (n int)"));
      database.useTransaction(h -> h.execute("delete from lease"));
    }
    try (Database database = open(folder)) {
      assertThat(database.read(KilledMigrationTest::tables)).doesNotContain("half_made");
      String holder =
          database.read(h -> h.createQuery("select holder from lease").mapTo(String.class).one());
      assertThat(holder).isEqualTo("b");
      database.useTransaction(h -> h.execute("insert into lease values ('c', 'd', now())"));
    }
    assertThat(names(folder)).containsExactly("db.mv.db");
  }

  private static List<String> tables(Handle h) {
    return h.createQuery("select lower(table_name) from information_schema.tables")
        .mapTo(String.class)
        .list();
  }

  private static Database open(Path folder) {
    return TestDatabases.open("jdbc:h2:file:" + folder.resolve("db"));
  }

  /** As it was at one moment: the names of the files did not change while they were copied. */
  private static boolean copied(Path from, Path to) throws IOException {
    List<String> before = names(from);
    try {
      for (String name : before) {
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException changed) {
      return false;
    }
    return before.contains("db.mv.db") && before.equals(names(from));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
