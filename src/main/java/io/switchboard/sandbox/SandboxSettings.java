package io.switchboard.sandbox;

/**
 * Whether there is a sandbox.
 *
 * @param enabled AUTO: as long as no chat platform is configured
 */
public record SandboxSettings(Enabled enabled) {
  public static final SandboxSettings DEFAULTS = new SandboxSettings(Enabled.AUTO);

  /** In the configuration: {@code auto}, {@code on}, {@code off}. */
  public enum Enabled {
    AUTO,
    ON,
    OFF
  }

  /**
   * Whether it is on.
   *
   * @param platforms whether a chat platform is configured
   */
  public boolean on(boolean platforms) {
    return switch (enabled) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> !platforms;
    };
  }
}
