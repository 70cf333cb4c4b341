package io.switchboard.db;

import io.switchboard.db.away.DatabaseAway;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * H2 acknowledges commits that a kill of the process still loses; a checkpoint after the commit
 * keeps them, and {@link NewestChunk} lets them be found. Commits that arrive while one checkpoint
 * runs share the next one. It has a connection of its own, so that it never waits behind those who
 * want to commit more.
 */
final class CheckpointAfterCommit implements Durability {
  private final DatabaseSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();
  private long started;
  private long done;
  private boolean running;
  private boolean closed;

  /** What the last checkpoint was made of. */
  private @Nullable Object kept;

  /** Used by whoever runs the checkpoint, one at a time. */
  private @Nullable Connection connection;

  CheckpointAfterCommit(DatabaseSettings settings) {
    this.settings = settings;
  }

  @Override
  public Object holder(Connection connection) throws SQLException {
    return NewestChunk.database(connection);
  }

  /**
   * A database that cannot write its file is closed and opened anew by whoever comes next, without
   * the commits that were not on disk; a checkpoint of the new one keeps nothing of those.
   */
  @Override
  public void await(@Nullable Object holder) {
    lock.lock();
    try {
      Object its = holder == null ? kept : holder;
      long mine = started + 1;
      while (done < mine) {
        if (running) {
          finished.awaitUninterruptibly();
        } else {
          checkpoint();
        }
      }
      if (its != null && !its.equals(kept)) {
        throw new DatabaseAway("the database was closed before the commit was on disk");
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs the next checkpoint, with the lock released meanwhile. */
  private void checkpoint() {
    if (closed) {
      // A new connection would open the file again, and nobody would close it.
      throw new IllegalStateException("the database is closed");
    }
    running = true;
    long number = ++started;
    Connection used = connection;
    Object made = null;
    lock.unlock();
    try {
      if (used == null) {
        used = connect();
      }
      try (Statement statement = used.createStatement()) {
        statement.execute("CHECKPOINT");
      }
      NewestChunk.note(used);
      made = NewestChunk.database(used);
    } catch (SQLException e) {
      throw new IllegalStateException("the commit could not be made durable", e);
    } finally {
      lock.lock();
      running = false;
      if (made != null) {
        done = number;
        kept = made;
        connection = used;
      } else {
        connection = null;
        closeQuietly(used);
      }
      finished.signalAll();
    }
  }

  private Connection connect() throws SQLException {
    String url = Dialect.H2.complete(settings.url());
    return settings.user().isEmpty()
        ? DriverManager.getConnection(url)
        : DriverManager.getConnection(url, settings.user(), settings.password().reveal());
  }

  private static void closeQuietly(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // It was of no use any more.
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      while (running) {
        finished.awaitUninterruptibly();
      }
      closeQuietly(connection);
      connection = null;
    } finally {
      lock.unlock();
    }
  }
}
