package io.switchboard.db;

import io.switchboard.config.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Fresh, migrated databases for tests. One PostgreSQL serves all tests of a JVM. */
public final class TestDatabases {
  /** Each costs a process of PostgreSQL's; all are opened at once. */
  private static final int CONNECTIONS = 4;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabases() {}

  /** A fresh H2 in a file. */
  public static Database h2() {
    return open(h2Url());
  }

  /**
   * The address of a fresh H2 that is migrated already; a file that is there stays as it is.
   *
   * @param file its path without H2's ending; the folders above it are made
   */
  public static String h2(Path file) {
    MigratedH2.copyTo(file);
    return "jdbc:h2:file:" + file;
  }

  /** A fresh PostgreSQL database. */
  public static Database postgres() {
    return open(postgresUrl());
  }

  /** The address of a fresh, migrated H2 file; it goes when the JVM ends. */
  public static String h2Url() {
    return h2(passingFolder().resolve("test"));
  }

  /** The address of an H2 file that is not there yet; it goes when the JVM ends. */
  public static String emptyH2Url() {
    return "jdbc:h2:file:" + passingFolder().resolve("test");
  }

  private static Path passingFolder() {
    try {
      Path folder = Files.createTempDirectory("switchboard-h2-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a fresh PostgreSQL database, user and password included. */
  public static String postgresUrl() {
    String name = "test" + NUMBER.incrementAndGet();
    Postgres.create(name);
    return Postgres.url(name);
  }

  /** The address of a PostgreSQL database in which there is nothing at all. */
  public static String emptyPostgresUrl() {
    String name = "empty" + NUMBER.incrementAndGet();
    Postgres.createEmpty(name);
    return Postgres.url(name);
  }

  /**
   * Opens (and migrates) what is behind an address; several times for what several processes do.
   */
  public static Database open(String url) {
    return Database.open(new DatabaseSettings(url, "", Secret.of(""), CONNECTIONS, 0));
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // The system clears its temporary folder by itself.
    }
  }

  /** Started with the first use. */
  private static final class Postgres {
    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        Path data = Files.createTempDirectory("switchboard-postgres-");
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "400")
                // Nothing of it need survive.
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("checkpoint_timeout", "1h")
                // With hundreds of databases it would start a process for one of them all the time.
                .setServerConfig("autovacuum", "off")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
        run(server, "create database " + TEMPLATE);
        open(server.getJdbcUrl("postgres", TEMPLATE)).close();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Hundreds of databases are a hundred thousand files: nobody waits until they are gone. */
    private static void end(EmbeddedPostgres server, Path data) {
      try {
        server.close();
        new ProcessBuilder("rm", "-rf", data.toString()).start();
      } catch (IOException e) {
        delete(data);
      }
    }

    /** A copy of a database that is migrated already: a third of the time. */
    static synchronized void create(String name) {
      run(SERVER, "create database " + name + " template " + TEMPLATE);
    }

    static synchronized void createEmpty(String name) {
      run(SERVER, "create database " + name);
    }

    static String url(String name) {
      return SERVER.getJdbcUrl("postgres", name);
    }

    private static void run(EmbeddedPostgres server, String sql) {
      try (Connection connection =
              DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
