package io.switchboard.command.visit;

/** Takes what the files of the configuration say now. */
@FunctionalInterface
public interface Reloading {
  /**
   * What came of it.
   *
   * @param taken false if anything is wrong in the files, so that nothing has changed
   * @param words for whoever looks after the files: what is wrong, or what needs a restart; empty
   *     if there is nothing to say
   */
  record Outcome(boolean taken, String words) {}

  /** Reads the files, and takes what they say or leaves everything as it is. */
  Outcome now();
}
