package io.switchboard.db.time;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;

/** Rows that one thread is busy with until a time, and that others leave alone until then. */
public final class Busy {
  /** That nobody is busy with a row; {@link #at} binds the times. */
  public static final String NOBODY = "(busy_until <= :now or busy_until > :far)";

  /** Nobody is busy with anything so long: the clock was set back since. */
  private static final Duration FAR = Duration.ofMinutes(10);

  private Busy() {}

  /** Asks {@link #NOBODY} at this time. */
  public static <S extends SqlStatement<S>> S at(S statement, Instant now) {
    return statement.bind("now", now).bind("far", now.plus(FAR));
  }
}
