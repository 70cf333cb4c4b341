package io.switchboard.db.check;

import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.DatabaseUnavailable;
import io.switchboard.db.Dialect;
import io.switchboard.db.advice.OwnFile;
import io.switchboard.db.advice.Unfit;
import io.switchboard.db.advice.WhyNot;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The database: whether it opens, and whether it is one that can be worked with. */
public final class CheckDatabase implements Check {
  private static final Duration BEARABLE = Duration.ofSeconds(3);

  /** Seconds; as long as the pool gives it. */
  private static final int ANSWERS_WITHIN = 5;

  private final DatabaseSettings settings;
  private final InstantSource time;

  public CheckDatabase(DatabaseSettings settings, InstantSource time) {
    this.settings = settings;
    this.time = time;
  }

  @Override
  public String about() {
    return "Database";
  }

  @Override
  public void look(Findings findings) {
    Dialect dialect;
    try {
      dialect = Dialect.of(settings.url());
    } catch (DatabaseUnavailable wrong) {
      findings.wrong(String.valueOf(wrong.getMessage()));
      return;
    }
    if (dialect == Dialect.H2 && !isThere()) {
      findings.ok("H2 in a file, which the first start makes");
      return;
    }
    Optional<String> trouble = WhyNot.file(settings.url()).flatMap(OwnFile::trouble);
    if (trouble.isPresent()) {
      findings.wrong(trouble.get());
      return;
    }
    String url =
        dialect == Dialect.H2
            ? dialect.complete(settings.url()) + ";IFEXISTS=TRUE"
            : settings.url();
    DriverManager.setLoginTimeout(ANSWERS_WITHIN);
    try (Connection connection =
            settings.user().isEmpty()
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, settings.user(), settings.password().reveal());
        Statement statement = connection.createStatement()) {
      switch (dialect) {
        case H2 -> findings.ok("H2 opens");
        case POSTGRESQL -> postgres(findings, connection, statement);
      }
    } catch (SQLException e) {
      refused(findings, dialect, e);
    }
  }

  private boolean isThere() {
    return WhyNot.file(settings.url()).filter(Files::exists).isPresent();
  }

  private void refused(Findings findings, Dialect dialect, SQLException e) {
    if (dialect == Dialect.H2 && e.getErrorCode() == WhyNot.H2_IN_USE) {
      findings.ok("H2 in a file, in use by the process that runs");
      return;
    }
    findings.wrong(WhyNot.of(e, settings.url()));
  }

  private void postgres(Findings findings, Connection connection, Statement statement)
      throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    long begin = System.nanoTime();
    Instant theirs = Instant.EPOCH;
    try (ResultSet now = statement.executeQuery("select clock_timestamp()")) {
      if (now.next()) {
        theirs = now.getObject(1, java.time.OffsetDateTime.class).toInstant();
      }
    }
    long took = (System.nanoTime() - begin) / 1_000_000;
    Duration apart = Duration.between(theirs, time.instant()).abs();
    findings.ok("PostgreSQL %d answers in %d ms".formatted(version, took));
    if (apart.compareTo(BEARABLE) > 0) {
      findings.wrong(
          "its clock and this machine's are %d s apart: let both be set over the network (timedatectl set-ntp true)"
              .formatted(apart.toSeconds()));
    }
    Unfit.toWork(connection).ifPresent(findings::wrong);
    Unfit.toMakeTables(connection).ifPresent(findings::wrong);
    if (!"UTF8".equals(value(statement, "show server_encoding"))) {
      findings.wrong(
          "it does not hold all letters: make the database anew with createdb --encoding=UTF8"
              + " --template=template0");
    }
    int most = Integer.parseInt(value(statement, "show max_connections"));
    if (settings.connections() > most - 5) {
      findings.wrong(
          "database.connections is %d, and it takes %d in all: lower the one or raise max_connections"
              .formatted(settings.connections(), most));
    }
    if ("off".equals(value(statement, "show synchronous_commit"))
        || "off".equals(value(statement, "show fsync"))) {
      findings.note(
          "it does not wait for the disk (fsync or synchronous_commit is off): what was accepted"
              + " may be lost when its machine fails");
    }
  }

  private static String value(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getString(1) != null ? answer.getString(1) : "";
    }
  }
}
