package io.switchboard.share.expiry;

import java.time.Duration;
import java.time.Instant;

/** When a link ends. */
public sealed interface Expiry {
  /** After the admin's default. */
  record Default() implements Expiry {}

  /** After this long, if the admin allows so much. */
  record After(Duration duration) implements Expiry {}

  /** At this time, if the admin allows so much. */
  record At(Instant time) implements Expiry {}

  /** Never, if the admin allows that. */
  record Never() implements Expiry {}

  /** A short form, at most 30 characters. */
  default String write() {
    return switch (this) {
      case Default ignored -> "";
      case Never ignored -> "never";
      case After(Duration duration) -> duration.toSeconds() + "s";
      case At(Instant time) -> "@" + time.getEpochSecond();
    };
  }

  /** What {@link #write} wrote; anything else is the default. */
  static Expiry read(String written) {
    if (written.equals("never")) {
      return new Never();
    }
    try {
      if (written.startsWith("@")) {
        return new At(Instant.ofEpochSecond(Long.parseLong(written.substring(1))));
      }
      if (written.endsWith("s")) {
        String seconds = written.substring(0, written.length() - 1);
        return new After(Duration.ofSeconds(Long.parseLong(seconds)));
      }
    } catch (RuntimeException e) {
      return new Default();
    }
    return new Default();
  }
}
