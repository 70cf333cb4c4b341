package io.switchboard.discord;

import java.time.Instant;

/** Discord's ids, which carry their time. */
final class Snowflake {
  private static final long EPOCH = 1_420_070_400_000L;

  private Snowflake() {}

  /** When the id was made, to the millisecond. */
  static Instant time(long id) {
    return Instant.ofEpochMilli((id >>> 22) + EPOCH);
  }
}
