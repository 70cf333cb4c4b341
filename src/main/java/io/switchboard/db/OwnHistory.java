package io.switchboard.db;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Handle;

/**
 * Whether a database has had this program's migrations, as they are, and no others. It is what
 * Flyway would find at nearly every start, in a tenth of the time; whatever else is in the history
 * is Flyway's to judge. The migrations are read while the database is opened.
 */
final class OwnHistory {
  private static final String FOLDER = "migrations/";
  private static final String FIRST = FOLDER + "V1__leases.sql";

  private final FutureTask<Map<String, Integer>> ours = new FutureTask<>(OwnHistory::read);

  private OwnHistory() {}

  static OwnHistory begin() {
    OwnHistory history = new OwnHistory();
    Thread.ofPlatform().daemon().name("migrations").start(history.ours);
    return history;
  }

  /** Whether nothing is to be done, or refused. */
  boolean isIn(Handle h) {
    if (!hasHistory(h)) {
      return false;
    }
    List<Map.Entry<String, Integer>> had =
        h.createQuery(
                "select case when \"success\" then \"script\" else '' end, \"checksum\" from"
                    + " \"flyway_schema_history\" where \"type\" <> 'TABLE'")
            .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
            .list();
    Map<String, Integer> ours = ours();
    return had.size() == ours.size() && ours.entrySet().containsAll(had);
  }

  private static boolean hasHistory(Handle h) {
    return h.createQuery(
            "select exists (select 1 from information_schema.tables where table_schema ="
                + " current_schema and table_name = 'flyway_schema_history')")
        .mapTo(Boolean.class)
        .one();
  }

  private Map<String, Integer> ours() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ours.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("the program's own migrations cannot be read", e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** By their names, with Flyway's checksums. */
  private static Map<String, Integer> read() throws IOException, URISyntaxException {
    URL first = Objects.requireNonNull(OwnHistory.class.getClassLoader().getResource(FIRST));
    Map<String, Integer> all = new HashMap<>();
    if (first.openConnection() instanceof JarURLConnection packed) {
      JarFile jar = packed.getJarFile();
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".sql")) {
          try (InputStream script = jar.getInputStream(entry)) {
            all.put(entry.getName().substring(FOLDER.length()), checksum(script.readAllBytes()));
          }
        }
      }
    } else {
      Path folder = Objects.requireNonNull(Path.of(first.toURI()).getParent());
      try (DirectoryStream<Path> scripts = Files.newDirectoryStream(folder, "*.sql")) {
        for (Path script : scripts) {
          all.put(String.valueOf(script.getFileName()), checksum(Files.readAllBytes(script)));
        }
      }
    }
    return all;
  }

  /** Of its lines without their ends, as Flyway's is. */
  private static int checksum(byte[] script) {
    CRC32 crc = new CRC32();
    int begin = 0;
    for (int i = 0; i <= script.length; i++) {
      if (i == script.length || script[i] == '\n' || script[i] == '\r') {
        crc.update(script, begin, i - begin);
        begin = i + 1;
      }
    }
    return (int) crc.getValue();
  }
}
