package io.switchboard.share;

import org.jspecify.annotations.Nullable;

/**
 * Who reads a share, and under which name of its owner.
 *
 * @param name of the owner; null for anonymous
 * @param opens how often it can be opened still; null for any number of times
 * @param password whether one is asked for
 */
public record Readers(
    Visibility visibility, @Nullable String name, @Nullable Integer opens, boolean password) {
  /** Whether everybody with the link can read it at once, so that it can be posted, too. */
  public boolean everybody() {
    return visibility.open() && opens == null && !password;
  }
}
