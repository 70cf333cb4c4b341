package io.switchboard.app.parts;

import io.switchboard.alert.Surroundings;
import io.switchboard.app.parts.platforms.Platforms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the program knows of its surroundings, for alerts. */
final class Outlook implements Surroundings {
  private final Platforms chats;
  private final Path data;

  /**
   * @param data the folder of what grows; may not be there yet
   */
  Outlook(Platforms chats, Path data) {
    this.chats = chats;
    this.data = data.toAbsolutePath();
  }

  @Override
  public Map<String, Boolean> platforms() {
    return chats.heardHere();
  }

  @Override
  public List<Disk> disks() {
    Path there = data;
    while (!Files.exists(there)) {
      Path parent = there.getParent();
      if (parent == null) {
        return List.of();
      }
      there = parent;
    }
    try {
      FileStore disk = Files.getFileStore(there);
      return List.of(new Disk(host() + ":" + data, disk.getTotalSpace(), disk.getUsableSpace()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
