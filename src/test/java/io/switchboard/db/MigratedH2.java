package io.switchboard.db;

import io.switchboard.config.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.engine.Constants;

/**
 * An H2 file with all migrations and nothing else, to be copied: a tenth of the time that the
 * migrations take. It is made once for a state of the migrations and kept among what is built.
 */
final class MigratedH2 {
  private static final Path FILE = made();

  private MigratedH2() {}

  static void copyTo(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path whole = Path.of(file + ".mv.db");
      if (!Files.exists(whole)) {
        Files.copy(FILE, whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path made() {
    try {
      Path folder = Path.of(MigratedH2.class.getResource("/").toURI()).resolveSibling("migrated");
      Path whole = folder.resolve(state() + ".mv.db");
      if (!Files.exists(whole)) {
        Files.createDirectories(folder);
        Path making = Files.createTempDirectory(folder, "making");
        String url = "jdbc:h2:file:" + making.resolve("h2");
        Database.open(new DatabaseSettings(url, "", Secret.of(""), 2, 0)).close();
        // Another JVM may have been quicker: it made the same.
        Files.move(making.resolve("h2.mv.db"), whole, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(making);
      }
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Differs when a migration, or H2, does. */
  private static String state() throws IOException, URISyntaxException {
    Path migrations =
        Path.of(Objects.requireNonNull(Database.class.getResource("/migrations")).toURI());
    try (Stream<Path> all = Files.list(migrations)) {
      List<Path> sorted = all.sorted().toList();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Constants.FULL_VERSION.getBytes());
      for (Path script : sorted) {
        digest.update(script.getFileName().toString().getBytes());
        digest.update(Files.readAllBytes(script));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
