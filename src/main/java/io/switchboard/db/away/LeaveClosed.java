package io.switchboard.db.away;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * H2 closes a database whose file it cannot write, and says with each of its connections that it is
 * closed. The next connection opens it again; so the pool must not keep the old ones, by whose
 * words it does not see that they are of no use any more.
 */
public final class LeaveClosed implements SQLExceptionOverride {
  /** The database, or the object, is closed; the file could not be read, or written. */
  private static final Set<Integer> CLOSED = Set.of(90098, 90121, 90007, 90067, 90028, 90031);

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    return closed(e) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }

  /** Whether it says that H2 has closed the database. */
  static boolean closed(SQLException e) {
    return CLOSED.contains(e.getErrorCode());
  }
}
