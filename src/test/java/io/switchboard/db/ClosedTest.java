package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is closed stays closed, whoever still wants something of it. */
class ClosedTest {
  @TempDir Path folder;

  @Test
  void whoComesLateDoesNotOpenTheFileAgain() throws Exception {
    Path file = folder.resolve("late.mv.db");
    Database database = TestDatabases.open("jdbc:h2:file:" + folder.resolve("late"));
    database.useTransaction(h -> h.execute("create table scratch (n int)"));
    database.close();
    Files.delete(file);
    assertThatThrownBy(database::awaitDurable).hasMessage("the database is closed");
    assertThat(folder).isEmptyDirectory();
  }
}
