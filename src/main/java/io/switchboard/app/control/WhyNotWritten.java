package io.switchboard.app.control;

import io.switchboard.db.advice.OwnFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be written or read, in words for whoever runs the program. */
final class WhyNotWritten {
  private WhyNotWritten() {}

  /** A few words, with the file that it is about, where the system says which. */
  static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException e ->
          "the user that runs this, %s, may not use %s".formatted(OwnFile.user(), e.getFile());
      case NoSuchFileException e -> "there is no " + e.getFile();
      case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
