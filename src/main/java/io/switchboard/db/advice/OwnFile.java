package io.switchboard.db.advice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the user that runs this may use what is kept: as another one, H2 would only read it. */
public final class OwnFile {
  private OwnFile() {}

  /** The user that runs this. */
  public static String user() {
    return System.getProperty("user.name", "?");
  }

  /** What to do about a file or folder that this user may not read and write; empty if it may. */
  public static Optional<String> trouble(Path path) {
    if (Files.notExists(path) || (Files.isReadable(path) && Files.isWritable(path))) {
      return Optional.empty();
    }
    return Optional.of(
        "%s belongs to %s and cannot be %s by the user that runs this, %s: %s"
            .formatted(
                path,
                owner(path),
                Files.isReadable(path) ? "written" : "read",
                user(),
                giveTo(path, user())));
  }

  /** The same of the first of these with which there is any. */
  public static Optional<String> trouble(Path... paths) {
    return Stream.of(paths).flatMap(path -> trouble(path).stream()).findFirst();
  }

  /** How a file or folder is given to a user. */
  public static String giveTo(Path path, String user) {
    return "give it to that user (chown -R %s %s), or run this as the one that it belongs to"
        .formatted(user, path);
  }

  /** With what a file is made that nobody else may read, where the system knows such a thing. */
  public static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whose it is; a question mark where that cannot be told. */
  public static String owner(Path path) {
    try {
      return Files.getOwner(path).getName();
    } catch (IOException | UnsupportedOperationException unknown) {
      return "?";
    }
  }
}
