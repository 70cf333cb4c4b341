package io.switchboard.db.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.check.Finding;
import io.switchboard.check.Findings;
import io.switchboard.config.Secret;
import io.switchboard.db.Database;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.TestDatabases;
import io.switchboard.db.check.CheckDatabase;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that lacks what is used here is refused before anything is made in it. */
class TooOldTest {
  @Test
  void theStartAndTheCheckSayTheSame() throws Exception {
    String url = TestDatabases.emptyPostgresUrl();
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    try (SaidVersion old = new SaidVersion(port, "14")) {
      DatabaseSettings settings = settings(url.replace(":" + port, ":" + old.port()));
      assertThatThrownBy(() -> Database.open(settings))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageStartingWith("PostgreSQL 14 is too old: take 15 or newer");
      assertThat(wrong(settings)).anyMatch(said -> said.startsWith("PostgreSQL 14 is too old"));
    }
    try (SaidVersion fifteen = new SaidVersion(port, "15")) {
      DatabaseSettings settings = settings(url.replace(":" + port, ":" + fifteen.port()));
      assertThat(wrong(settings)).isEmpty();
      Database.open(settings).close();
    }
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, "", Secret.of(""), 2, 0);
  }

  private static List<String> wrong(DatabaseSettings settings) {
    Findings findings = new Findings("Database");
    new CheckDatabase(settings, InstantSource.system()).look(findings);
    return findings.all().stream()
        .filter(finding -> finding.weight() == Finding.Weight.WRONG)
        .map(Finding::text)
        .toList();
  }
}
