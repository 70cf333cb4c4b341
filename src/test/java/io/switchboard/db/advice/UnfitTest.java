package io.switchboard.db.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.check.Finding;
import io.switchboard.check.Findings;
import io.switchboard.config.Secret;
import io.switchboard.db.Database;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.SaidVersion;
import io.switchboard.db.TestDatabases;
import io.switchboard.db.check.CheckDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that lacks what is used here is refused before anything is made in it. */
class UnfitTest {
  private final String url = TestDatabases.emptyPostgresUrl();
  private final String name = url.replaceFirst(".*/(\\w+)\\?.*", "$1");

  @Test
  void anOldOneIsSaidToBe() throws Exception {
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    try (SaidVersion old = new SaidVersion(port, "14")) {
      String there = url.replace(":" + port, ":" + old.port());
      assertRefused(there, "PostgreSQL 14 is too old: take 15 or newer");
    }
    try (SaidVersion fifteen = new SaidVersion(port, "15")) {
      DatabaseSettings settings = settings(url.replace(":" + port, ":" + fifteen.port()));
      assertThat(wrong(settings)).isEmpty();
      Database.open(settings).close();
    }
  }

  @Test
  void whoMayNotMakeTablesIsToldHowTheyMay() throws Exception {
    run(url, "create role " + name + "_guest login");
    String guest = url.replace("user=postgres", "user=" + name + "_guest");
    assertRefused(guest, "the user may not make tables: as the owner, grant create");
    run(url, "grant create on schema public to " + name + "_guest");
    assertThat(wrong(settings(guest))).isEmpty();
    Database.open(settings(guest)).close();
    run(url, "revoke create on schema public from " + name + "_guest");
    // All that there is to make is made.
    Database.open(settings(guest)).close();
  }

  @Test
  void theSchemaIsNamedInWhichTablesAreMade() throws Exception {
    String there = url + "&currentSchema=elsewhere";
    assertRefused(there, "there is no schema that the user may use: as the owner, create the one");
    assertThat(wrong(settings(there))).hasSize(1);
    run(url, "create schema elsewhere");
    run(url, "create role " + name + "_guest login");
    run(url, "grant usage on schema elsewhere to " + name + "_guest");
    assertRefused(
        there.replace("user=postgres", "user=" + name + "_guest"),
        "the user may not make tables: as the owner, grant create on schema elsewhere to it");
    assertThat(wrong(settings(there))).isEmpty();
    Database.open(settings(there)).close();
    Database.open(settings(there)).close();
  }

  @Test
  void aReplicaIsNotTakenForThePrimary() throws Exception {
    run(url, "alter database " + name + " set default_transaction_read_only = on");
    assertRefused(url, "PostgreSQL can only be read: name the primary server");
    String full = TestDatabases.postgresUrl();
    run(
        full,
        "alter database %s set default_transaction_read_only = on"
            .formatted(full.replaceFirst(".*/(\\w+)\\?.*", "$1")));
    assertRefused(full, "PostgreSQL can only be read: name the primary server");
  }

  @Test
  void othersTablesAreLeftAlone() throws Exception {
    run(url, "create table theirs (n int)");
    assertRefused(url, "the database holds tables that are not Switchboard's: name an empty one");
  }

  /** By the start and by the check, and nobody waits for it. */
  private static void assertRefused(String there, String why) {
    assertThatThrownBy(() -> Database.open(settings(there)))
        .isInstanceOf(DatabaseUnavailable.class)
        // What Flyway says after ten tries has it for a cause.
        .hasNoCause()
        .hasMessageStartingWith(why);
    assertThat(wrong(settings(there))).anyMatch(said -> said.startsWith(why));
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
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
