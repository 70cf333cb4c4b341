package io.switchboard.db.time;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Writes an instant as what it is. The way over {@code java.sql.Timestamp} goes through the
 * machine's time zone, in which an hour of autumn comes twice. Cut to microseconds, as both
 * databases keep it, so that what is read equals what was written.
 */
public final class InstantArgument extends AbstractArgumentFactory<Instant> {
  public InstantArgument() {
    super(Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  protected Argument build(Instant value, ConfigRegistry config) {
    OffsetDateTime utc = value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return (position, statement, context) -> statement.setObject(position, utc);
  }
}
