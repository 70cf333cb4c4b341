package io.switchboard.db.check;

import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.db.advice.OwnFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The data folder: whether it can be written, has room, and how fast its disk really writes. */
public final class CheckFolder implements Check {
  private static final int WRITES = 21;
  private static final long SLOW_MILLIS = 25;
  private static final long LITTLE_ROOM = 500_000_000;

  private final Path folder;

  public CheckFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String about() {
    return "Data folder";
  }

  @Override
  public void look(Findings findings) {
    boolean made = Files.notExists(folder);
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "check", ".tmp");
      try {
        long millis = write(probe);
        findings.ok(folder + " can be written, in " + millis + " ms");
        if (millis > SLOW_MILLIS) {
          findings.wrong(
              "its disk takes %d ms to keep a line for good, and each question waits for that: put %s on a local SSD, not on a network share or a memory card"
                  .formatted(millis, folder));
        }
      } finally {
        Files.deleteIfExists(probe);
      }
      OwnFile.trouble(folder.resolve("link.key")).ifPresent(findings::wrong);
      long room = Files.getFileStore(folder).getUsableSpace();
      if (room < LITTLE_ROOM) {
        findings.wrong(
            "%s has %d MB left: make room, for a full disk stops everything"
                .formatted(folder, room / 1_000_000));
      }
      if (made) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      findings.wrong(
          "%s cannot be written (%s) by the user that runs this, %s: %s"
              .formatted(
                  folder,
                  e.getClass().getSimpleName(),
                  OwnFile.user(),
                  OwnFile.giveTo(folder, OwnFile.user())));
    }
  }

  /** The middle of some writes that are forced to the disk, in milliseconds. */
  private static long write(Path probe) throws IOException {
    long[] took = new long[WRITES];
    try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
      for (int i = 0; i < WRITES; i++) {
        long begin = System.nanoTime();
        channel.write(ByteBuffer.allocate(4096));
        channel.force(true);
        took[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(took);
    return took[WRITES / 2] / 1_000_000;
  }
}
