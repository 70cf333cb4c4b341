package io.switchboard.account.media;

/** An account that writes down what is said. */
public interface Hears {
  /**
   * Writes it down. Blocks, three minutes at most.
   *
   * @param name with an ending, by which servers know the format
   * @return {@link Made.Text} or {@link Made.Broken}
   * @throws InterruptedException if the thread is; the call is then aborted
   */
  Made hear(String name, String type, byte[] sound) throws InterruptedException;
}
