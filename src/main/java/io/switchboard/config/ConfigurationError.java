package io.switchboard.config;

import java.util.List;

/**
 * The configuration cannot be used; the message names every place and what was expected there, a
 * line each.
 */
public final class ConfigurationError extends RuntimeException {
  /** One that names these. */
  public ConfigurationError(List<String> problems) {
    super(String.join("\n", problems));
  }
}
