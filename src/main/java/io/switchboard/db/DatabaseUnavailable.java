package io.switchboard.db;

import io.switchboard.db.advice.OwnFile;
import io.switchboard.db.advice.WhyNot;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database could not be opened; the message says what to do, in words for whoever runs the
 * program.
 */
public final class DatabaseUnavailable extends RuntimeException {
  DatabaseUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** In words for whoever runs the program, of a failure that has them in it. */
  public static DatabaseUnavailable because(Throwable failure, String url) {
    return failure instanceof DatabaseUnavailable said
        ? said
        : new DatabaseUnavailable(WhyNot.of(failure, url), failure);
  }

  /**
   * Nothing may be in the way of this user.
   *
   * @throws DatabaseUnavailable naming the first of these files that belongs to somebody else
   */
  public static void unlessOurs(Path... files) {
    OwnFile.trouble(files)
        .ifPresent(
            trouble -> {
              throw new DatabaseUnavailable(trouble, null);
            });
  }
}
