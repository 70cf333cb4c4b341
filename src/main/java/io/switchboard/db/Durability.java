package io.switchboard.db;

import io.switchboard.db.away.DatabaseAway;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** When a commit can be relied upon. */
interface Durability {
  /** PostgreSQL's commits are on disk when they return. */
  Durability OF_ITSELF =
      new Durability() {
        @Override
        public @Nullable Object holder(Connection connection) {
          return null;
        }

        @Override
        public void await(@Nullable Object holder) {}

        @Override
        public void close() {}
      };

  /** What takes the commits of a connection, and may be lost with those not on disk yet. */
  @Nullable Object holder(Connection connection) throws SQLException;

  /**
   * Returns when everything that this thread has committed survives a kill.
   *
   * @param holder of the commit; null for the one there was last
   * @throws DatabaseAway if it may be lost
   */
  void await(@Nullable Object holder);

  /** No more commits will come. */
  void close();
}
