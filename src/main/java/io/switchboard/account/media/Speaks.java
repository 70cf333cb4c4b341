package io.switchboard.account.media;

/** An account that reads texts aloud. */
public interface Speaks {
  /** So many characters are read at once, at most. */
  int LONGEST = 4_096;

  /**
   * Reads it aloud. Blocks, three minutes at most.
   *
   * @param text plain, of 1 to {@link #LONGEST} characters
   * @return {@link Made.File}, OGG with Opus where the server can, else what it gives; or {@link
   *     Made.Broken}
   * @throws InterruptedException if the thread is; the call is then aborted
   */
  Made speak(String text) throws InterruptedException;
}
