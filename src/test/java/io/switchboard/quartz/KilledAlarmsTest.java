package io.switchboard.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alarm that was set is in H2's file, for that is what a kill at this moment leaves. */
class KilledAlarmsTest {
  @TempDir Path folder;

  @Test
  void everyAlarmThatWasSetIsInTheFile() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("live") + ";RETENTION_TIME=0";
    try (Database database = TestDatabases.open(url);
        QuartzAlarms alarms = new QuartzAlarms(database)) {
      for (int i = 1; i <= 60; i++) {
        alarms.set("test", "n" + i, Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(inACopy()).as("after alarm %s", i).isEqualTo(1);
        alarms.cancel("test", "n" + i);
        assertThat(inACopy()).as("after alarm %s was taken back", i).isZero();
      }
    }
  }

  private int inACopy() throws Exception {
    Files.copy(
        folder.resolve("live.mv.db"),
        folder.resolve("copy.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("copy"));
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from qrtz_triggers")) {
      count.next();
      return count.getInt(1);
    }
  }
}
