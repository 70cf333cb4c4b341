package io.switchboard.app.control;

import io.switchboard.app.settings.Settings;
import io.switchboard.db.Dialect;
import io.switchboard.db.advice.OwnFile;
import io.switchboard.db.backup.BackupFile;
import io.switchboard.db.backup.BackupTrouble;
import io.switchboard.db.backup.Restore;
import io.switchboard.db.backup.WriteBackup;
import io.switchboard.share.link.LinkKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    BroughtKey.unlessInterrupted(key);
    if (Files.notExists(key)) {
      return Map.of();
    }
    if (!Files.isReadable(key)) {
      throw new BackupTrouble(
          "%s cannot be read by the user that runs this, %s, and without it no link opens after a restore: say this as the user that runs Switchboard"
              .formatted(key, OwnFile.user()));
    }
    String text = Files.readString(key).strip();
    if (!LinkKey.isOne(text)) {
      throw new BackupTrouble(
          key + " holds no key for links: put the file back that was there, or move it away");
    }
    return Map.of(KEY, text);
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
      make(growing, file);
      fill(growing);
      BackupFile.Content content = new BackupFile(growing).verify();
      Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
      return content;
    } catch (IOException e) {
      throw new BackupTrouble(file + " could not be written: " + WhyNotWritten.of(e));
    } finally {
      growing.toFile().delete();
    }
  }

  private static void make(Path growing, Path file) {
    Path folder = Objects.requireNonNull(growing.toAbsolutePath().getParent(), "a file is in one");
    try {
      Files.deleteIfExists(growing);
      Files.createFile(growing, OwnFile.ownerOnly(growing));
    } catch (IOException e) {
      String why =
          Files.notExists(folder)
              ? "there is no folder " + folder + ": make it, or name another"
              : !Files.isDirectory(folder)
                  ? folder + " is no folder: name one"
                  : !Files.isWritable(folder)
                      ? "the user that runs this, %s, may not write into %s: let that user, or name another folder"
                          .formatted(OwnFile.user(), folder)
                      : WhyNotWritten.of(e);
      throw new BackupTrouble(file + " could not be written: " + why);
    }
  }

  private void fill(Path growing) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(growing), 1 << 16)) {
      if (Dialect.of(settings.database.url()) != Dialect.H2
          || !new AskRunning(settings.dataFolder()).ask(TASK, out)) {
        write(out);
      }
    }
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
    BackupFile backup = new BackupFile(file);
    Optional<BroughtKey> key = BroughtKey.in(backup.verify(), file, key());
    try (Restore.Ready ready = new Restore(settings.database).prepare(backup, replace)) {
      key.ifPresent(BroughtKey::announce);
      try {
        ready.take();
      } catch (BackupTrouble trouble) {
        // A PostgreSQL that went away may have taken it all the same.
        if (Dialect.of(settings.database.url()) == Dialect.H2) {
          key.ifPresent(BroughtKey::withdraw);
        }
        throw trouble;
      }
      key.ifPresent(BroughtKey::take);
      BroughtKey.over(key());
      return ready.content();
    }
  }
}
