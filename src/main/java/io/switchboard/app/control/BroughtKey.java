package io.switchboard.app.control;

import io.switchboard.db.H2File;
import io.switchboard.db.advice.OwnFile;
import io.switchboard.db.backup.BackupFile;
import io.switchboard.db.backup.BackupTrouble;
import io.switchboard.share.link.LinkKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The key for links that a backup brings. The database and this file cannot change at one instant:
 * so that a kill between the two is noticed, the new key lies beside the old one meanwhile, and
 * nothing starts while it does.
 */
public final class BroughtKey {
  private static final String WAITING = ".restoring";
  private static final String BEFORE = ".before";

  private final Path own;
  private final String key;

  private BroughtKey(Path own, String key) {
    this.own = own;
    this.key = key;
  }

  /**
   * Looks at what is in a backup.
   *
   * @param own where the key belongs
   * @return empty if it brings none, or the one that is there
   * @throws BackupTrouble if it is no key, or could not be put there
   */
  static Optional<BroughtKey> in(BackupFile.Content content, Path file, Path own) {
    String key = content.kept().get(own.getFileName().toString());
    if (key == null) {
      return Optional.empty();
    }
    if (!LinkKey.isOne(key)) {
      throw new BackupTrouble(
          file
              + " is damaged, and nothing was changed: what it brings as the key for links is"
              + " none");
    }
    OwnFile.trouble(own)
        .ifPresent(
            trouble -> {
              throw new BackupTrouble(trouble);
            });
    try {
      return Files.exists(own) && Files.readString(own).strip().equals(key)
          ? Optional.empty()
          : Optional.of(new BroughtKey(own, key));
    } catch (IOException e) {
      throw new BackupTrouble(own + " cannot be read: " + WhyNotWritten.of(e));
    }
  }

  /** From here on until it is taken, nothing starts. */
  void announce() {
    Path waiting = waiting(own);
    try {
      Files.createDirectories(own.resolveSibling("."));
      Files.deleteIfExists(waiting);
      Files.createFile(waiting, OwnFile.ownerOnly(waiting));
      Files.writeString(waiting, key + "\n");
      H2File.force(waiting);
      H2File.force(own.resolveSibling("."));
    } catch (IOException e) {
      throw new BackupTrouble(
          "nothing was changed, for %s cannot be written: %s"
              .formatted(waiting, WhyNotWritten.of(e)));
    }
  }

  /** Nothing came of it. */
  void withdraw() {
    waiting(own).toFile().delete();
  }

  /** Puts it where it belongs; what was there is kept beside it. */
  void take() {
    try {
      if (Files.exists(own)) {
        Files.move(
            own,
            own.resolveSibling(own.getFileName() + BEFORE),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(waiting(own), own, StandardCopyOption.ATOMIC_MOVE);
      H2File.force(own.resolveSibling("."));
    } catch (IOException e) {
      throw new BackupTrouble(
          "restored, but the key for links could not be written, and nothing starts until the"
              + " restore was run again: "
              + WhyNotWritten.of(e));
    }
  }

  /** What a restore that was killed has left is of no use after one that was not. */
  static void over(Path own) {
    waiting(own).toFile().delete();
  }

  /**
   * Nobody works on half of a restore.
   *
   * @throws BackupTrouble if one did not come to its end
   */
  public static void unlessInterrupted(Path own) {
    if (Files.exists(waiting(own))) {
      throw new BackupTrouble(
          "a restore was interrupted before its end: run it again, with --replace (switchboard"
              + " restore --replace FILE)");
    }
  }

  private static Path waiting(Path own) {
    return own.resolveSibling(own.getFileName() + WAITING);
  }
}
