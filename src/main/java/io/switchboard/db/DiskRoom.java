package io.switchboard.db;

import io.switchboard.db.advice.OwnFile;
import io.switchboard.db.advice.WhyNot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether there is room on the disk of the database's file; looked at once a second at most. */
final class DiskRoom {
  private static final Logger log = LoggerFactory.getLogger(DiskRoom.class);
  private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);

  private final @Nullable Path folder;
  private final long least;
  private long lookedAt = System.nanoTime() - GOOD_FOR;
  private boolean room = true;

  private DiskRoom(@Nullable Path folder, long least) {
    this.folder = folder;
    this.least = least;
  }

  static DiskRoom of(DatabaseSettings settings) {
    DiskRoom room =
        new DiskRoom(
            settings.keepFree() > 0 ? folder(settings) : null, settings.keepFree() * 1_000_000L);
    room.left(); // and if not, it is said at the start
    return room;
  }

  /** Null if the database is in no file of this machine. */
  private static @Nullable Path folder(DatabaseSettings settings) {
    return WhyNot.file(settings.url()).map(Path::getParent).orElse(null);
  }

  /**
   * Makes the folder if it is not there, for this user's eyes only. H2 itself would say for ten
   * seconds, in a hundred lines, that it cannot write there, and open a file that it cannot write
   * without a word.
   */
  static void prepare(DatabaseSettings settings) {
    Path folder = folder(settings);
    if (folder == null) {
      return;
    }
    try {
      make(folder);
      // Always under the same name: one that a kill has left goes with the next start.
      Path probe = folder.resolve("begin.tmp");
      Files.write(probe, new byte[0]);
      Files.deleteIfExists(probe);
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "%s cannot be written (%s) by the user that runs this, %s: %s"
              .formatted(
                  folder,
                  e.getClass().getSimpleName(),
                  OwnFile.user(),
                  OwnFile.giveTo(folder, OwnFile.user())),
          e);
    }
    WhyNot.file(settings.url()).ifPresent(DatabaseUnavailable::unlessOurs);
  }

  private static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  synchronized boolean left() {
    if (folder == null || System.nanoTime() - lookedAt < GOOD_FOR) {
      return room;
    }
    lookedAt = System.nanoTime();
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (room != free >= least) {
        room = free >= least;
        if (room) {
          log.info("There is room on the disk again: questions are taken");
        } else {
          log.error(
              "{} MB are left on the disk of {}: no question is taken until there are {} (database:"
                  + " keepFree)",
              free / 1_000_000,
              folder,
              least / 1_000_000);
        }
      }
    } catch (IOException unknown) {
      log.debug("how full the disk is cannot be told", unknown);
    }
    return room;
  }
}
