package io.switchboard.account.media;

/** An account that draws pictures. */
public interface Draws {
  /**
   * Draws one. Blocks, three minutes at most.
   *
   * @return {@link Made.File}, a picture in PNG or JPEG; or {@link Made.Broken}
   * @throws InterruptedException if the thread is; the call is then aborted
   */
  Made draw(String wish) throws InterruptedException;
}
