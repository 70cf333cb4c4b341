package io.switchboard.db.backup;

import org.jspecify.annotations.Nullable;

/** A backup could not be made or taken back; the message says why, for whoever runs the program. */
public final class BackupTrouble extends RuntimeException {
  public BackupTrouble(String message) {
    super(message);
  }

  BackupTrouble(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
