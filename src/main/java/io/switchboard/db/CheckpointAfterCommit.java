package io.switchboard.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * H2 acknowledges commits that a kill of the process still loses; a checkpoint after the commit
 * keeps them. Commits that arrive while one checkpoint runs share the next one.
 */
final class CheckpointAfterCommit implements Durability {
  private final DataSource pool;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();
  private long started;
  private long done;
  private boolean running;

  CheckpointAfterCommit(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public void await() {
    lock.lock();
    try {
      long mine = started + 1;
      while (done < mine) {
        if (running) {
          finished.awaitUninterruptibly();
        } else {
          checkpoint();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs the next checkpoint, with the lock released meanwhile. */
  private void checkpoint() {
    running = true;
    long number = ++started;
    boolean kept = false;
    lock.unlock();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
      kept = true;
    } catch (SQLException e) {
      throw new IllegalStateException("the commit could not be made durable", e);
    } finally {
      lock.lock();
      running = false;
      if (kept) {
        done = number;
      }
      finished.signalAll();
    }
  }

  @Override
  public void close() {}
}
