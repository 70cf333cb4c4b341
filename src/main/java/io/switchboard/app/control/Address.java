package io.switchboard.app.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the process that runs can be asked, as it stands in its data folder. */
record Address(int port, String secret) {
  static final int YES = '+';
  static final int NO = '-';

  static Path file(Path folder) {
    return folder.resolve("control");
  }

  static void leave(Path folder, int port, String secret) throws IOException {
    Files.createDirectories(folder);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path draft = Files.createTempFile(folder, "control", ".new", ownerOnly);
    Files.writeString(draft, port + " " + secret + "\n");
    Files.move(draft, file(folder), StandardCopyOption.REPLACE_EXISTING);
  }

  static Address read(Path folder) throws IOException {
    String[] said = Files.readString(file(folder)).strip().split(" ", 2);
    if (said.length != 2 || !said[0].matches("\\d{1,5}")) {
      throw new IOException("the file control says no address");
    }
    return new Address(Integer.parseInt(said[0]), said[1]);
  }
}
