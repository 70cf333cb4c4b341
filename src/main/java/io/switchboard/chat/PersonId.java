package io.switchboard.chat;

/**
 * An account of a person on a platform, written as in the configuration: {@code discord:123},
 * {@code telegram:456}.
 */
public record PersonId(String value) {
  /** The name of the platform, such as {@code discord}. */
  public String platform() {
    return PlatformName.of(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
