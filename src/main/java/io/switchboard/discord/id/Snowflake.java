package io.switchboard.discord.id;

import java.time.Instant;

/** Discord's ids, which carry their time. */
public final class Snowflake {
  private static final long EPOCH = 1_420_070_400_000L;

  private Snowflake() {}

  /** When the id was made, to the millisecond. */
  public static Instant time(long id) {
    return Instant.ofEpochMilli((id >>> 22) + EPOCH);
  }
}
