package io.switchboard.app.control;

import io.switchboard.db.advice.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the process that runs can be asked, as it stands in its data folder. */
record Address(int port, String secret) {
  static final int YES = '+';
  static final int NO = '-';

  static Path file(Path folder) {
    return folder.resolve("control");
  }

  static void leave(Path folder, int port, String secret) throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "control", ".new", OwnFile.ownerOnly(folder));
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
