package io.switchboard.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What lies on the disk of an H2, for those who put another file in its place. */
public final class H2File {
  private static final String ENDING = ".mv.db";

  private H2File() {}

  /**
   * Makes the folder, for this user alone, if it is not there.
   *
   * @throws DatabaseUnavailable with advice, if it cannot be written
   */
  public static void prepareFolder(DatabaseSettings settings) {
    DiskRoom.prepare(settings);
  }

  /** Where all that was there before an upgrade is while that lasts; {@code path} has no ending. */
  static Path beforeUpgrade(String path) {
    return Path.of(path + ".before-upgrade.sql");
  }

  /**
   * Takes away what an upgrade that did not end has left beside a file: at the next start it would
   * be taken back.
   */
  public static void forgetUpgrade(Path file) throws IOException {
    String path = file.toString();
    Path before = beforeUpgrade(path.substring(0, path.length() - ENDING.length()));
    Files.deleteIfExists(before.resolveSibling(before.getFileName() + ".part"));
    Files.deleteIfExists(before);
  }

  /** Returns when a file, or the names in a folder, survive a power cut. */
  public static void force(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    try (FileChannel channel =
        FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder, and keeps names by itself.
      if (!folder) {
        throw e;
      }
    }
  }
}
