package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A disk that is full costs nothing that was acknowledged, and once there is room it goes on. */
@ResourceLock(FillingDisk.LOCK)
class FullDiskTest {
  @TempDir Path folder;

  @AfterEach
  void room() {
    FillingDisk.full(false);
  }

  @Test
  void keepsWhatItAcknowledgedAndGoesOnWhenThereIsRoom() {
    // Made on the plain disk: only H2 itself writes by way of the one that can be full.
    TestDatabases.open("jdbc:h2:file:" + folder.resolve("db")).close();
    String url = FillingDisk.url(folder.resolve("db").toString());
    int kept = 0;
    try (Database database = TestDatabases.open(url)) {
      database.useTransaction(h -> h.execute("create table t (id int primary key, s varchar)"));
      for (int i = 0; i < 20; i++) {
        assertThat(acknowledged(database, kept)).isTrue();
        kept++;
      }
      FillingDisk.full(true);
      for (boolean taken = true; taken; ) {
        taken = acknowledged(database, kept);
        kept += taken ? 1 : 0;
      }
      FillingDisk.full(false);
      int first = kept;
      await().atMost(Duration.ofMinutes(4)).until(() -> acknowledged(database, first + 1000));
      assertThat(ids(database))
          .containsAll(IntStream.range(0, kept).boxed().toList())
          .contains(first + 1000);
    }
    try (Database again = TestDatabases.open(url)) {
      assertThat(ids(again)).containsAll(IntStream.range(0, kept).boxed().toList());
    }
  }

  private static List<Integer> ids(Database database) {
    return database.read(h -> h.createQuery("select id from t").mapTo(int.class).list());
  }

  /** Whether it says that it kept another row; it may be there though it says no. */
  private static boolean acknowledged(Database database, int id) {
    try {
      database.useTransaction(
          h ->
              h.createUpdate("merge into t key (id) values (:id, :s)")
                  .bind("id", id)
                  .bind("s", "some words ".repeat(3000) + id)
                  .execute());
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }
}
