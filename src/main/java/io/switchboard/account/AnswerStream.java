package io.switchboard.account;

/** An answer as it grows. Read by one thread; closed by any. */
public interface AnswerStream extends AutoCloseable {
  /**
   * Waits for the next piece. The last one is an {@link Piece.Ended} or a {@link Piece.Broken};
   * then nothing more follows.
   */
  Piece next();

  /**
   * Really aborts the call, if it is still running: {@link #next} then gives {@link
   * Failure.Kind#STOPPED} at once.
   */
  @Override
  void close();
}
