package io.switchboard.alert;

import java.util.List;
import java.util.Map;

/** What only the program knows. */
public interface Surroundings {
  /** The platforms that are switched on, and whether this process hears each of them now. */
  Map<String, Boolean> platforms();

  /** The disks on which the data grow. */
  List<Disk> disks();

  /**
   * A disk.
   *
   * @param name the same for all processes that use it, and no other
   * @param size in bytes
   * @param free so many of them
   */
  record Disk(String name, long size, long free) {
    int percentFull() {
      return size <= 0 ? 0 : (int) Math.clamp(100 - 100.0 * free / size, 0, 100);
    }
  }
}
