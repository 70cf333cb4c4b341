package io.switchboard.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A token or key that cannot be printed: only {@link #reveal} gives it away, to whoever must send
 * it.
 */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** A secret of this text; empty for none. */
  public static Secret of(String value) {
    return new Secret(value.strip());
  }

  /** The text itself. */
  public String reveal() {
    return value;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return isEmpty() ? "(none)" : "(secret)";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
