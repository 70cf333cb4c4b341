package io.switchboard.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in H2's file when a commit is acknowledged is what a kill at that moment leaves. */
class KilledTest {
  @TempDir Path folder;

  @Test
  void everyAcknowledgedCommitIsInTheFile() throws Exception {
    // Space of the file is used again at once, not only after 45 seconds.
    String url = "jdbc:h2:file:" + folder.resolve("live") + ";RETENTION_TIME=0";
    try (Database database = TestDatabases.open(url)) {
      database.useTransaction(h -> h.execute("create table t (id int primary key, s varchar)"));
      for (int i = 1; i <= 150; i++) {
        int id = i;
        database.useTransaction(
            h ->
                h.createUpdate("insert into t values (:id, :s)")
                    .bind("id", id)
                    .bind("s", "x".repeat(id * 7919 % 3000))
                    .execute());
        database.useTransaction(h -> h.execute("delete from t where id = ?", id - 20));
        assertThat(newestInACopy()).as("after commit %s", i).isEqualTo(i);
      }
    }
  }

  private int newestInACopy() throws Exception {
    Files.copy(
        folder.resolve("live.mv.db"),
        folder.resolve("copy.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("copy"));
        Statement statement = connection.createStatement();
        ResultSet newest = statement.executeQuery("select max(id) from t")) {
      newest.next();
      return newest.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError("the copy cannot be opened", e);
    }
  }
}
