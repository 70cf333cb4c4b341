package io.switchboard.app.control;

import io.switchboard.app.settings.Settings;
import io.switchboard.db.Dialect;
import io.switchboard.db.advice.OwnFile;
import io.switchboard.db.backup.BackupFile;
import io.switchboard.db.backup.BackupTrouble;
import io.switchboard.db.backup.Restore;
import io.switchboard.db.backup.WriteBackup;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;

/** The commands {@code backup} and {@code restore}. */
public final class BackUp {
  /** What the door is asked for. */
  public static final String TASK = "backup";

  private static final String KEY = "link.key";

  private final Settings settings;
  private final InstantSource time;

  public BackUp(Settings settings, InstantSource time) {
    this.settings = settings;
    this.time = time;
  }

  /** Writes a backup, as the process that has the database. */
  public void write(OutputStream out) throws IOException {
    new WriteBackup(settings.database).to(out, time.instant(), kept());
  }

  private Map<String, String> kept() throws IOException {
    Path key = key();
    if (Files.notExists(key)) {
      return Map.of();
    }
    if (!Files.isReadable(key)) {
      throw new BackupTrouble(
          "%s cannot be read by the user that runs this, %s, and without it no link opens after a restore: say this as the user that runs Switchboard"
              .formatted(key, OwnFile.user()));
    }
    return Map.of(KEY, Files.readString(key).strip());
  }

  private Path key() {
    return settings.dataFolder().resolve(KEY);
  }

  /**
   * Makes one at that place: whole, or none.
   *
   * @throws BackupTrouble saying why not
   */
  public BackupFile.Content to(Path file) {
    if (Files.exists(file)) {
      throw new BackupTrouble(file + " is there already, and is not written over");
    }
    Path growing = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(growing);
      Files.createFile(growing, ownerOnly(growing));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(growing), 1 << 16)) {
        if (Dialect.of(settings.database.url()) != Dialect.H2
            || !new AskRunning(settings.dataFolder()).ask(TASK, out)) {
          write(out);
        }
      }
      BackupFile.Content content = new BackupFile(growing).verify();
      Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
      return content;
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw new BackupTrouble(
          "%s could not be written: %s"
              .formatted(
                  file,
                  Files.isDirectory(growing.toAbsolutePath().resolveSibling("."))
                      ? "the user that runs this, " + OwnFile.user() + ", may not write there"
                      : "there is no such folder"));
    } catch (IOException e) {
      throw new BackupTrouble(file + " could not be written: " + e.getMessage());
    } finally {
      growing.toFile().delete();
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Takes one back.
   *
   * @param replace whether what is in the database may go
   * @throws BackupTrouble saying why not
   */
  public BackupFile.Content from(Path file, boolean replace) {
    try {
      if (new AskRunning(settings.dataFolder()).running()) {
        throw new BackupTrouble("a Switchboard runs here: stop it first");
      }
    } catch (IOException e) {
      throw new BackupTrouble("whether a Switchboard runs here cannot be told: " + e.getMessage());
    }
    BackupFile.Content content = new Restore(settings.database).from(new BackupFile(file), replace);
    String key = content.kept().get(KEY);
    if (key != null) {
      try {
        Path own = key();
        if (Files.exists(own) && !Files.readString(own).strip().equals(key)) {
          Files.move(own, own.resolveSibling(KEY + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(own)) {
          Files.createDirectories(settings.dataFolder());
          Files.createFile(own, ownerOnly(own));
          Files.writeString(own, key + "\n");
        }
      } catch (IOException e) {
        throw new BackupTrouble(
            "restored, but the key for links could not be written: " + e.getMessage());
      }
    }
    return content;
  }
}
