package io.switchboard.chat;

/** The one thing about an id that is not opaque: whose it is. */
final class PlatformName {
  private PlatformName() {}

  static String of(String id) {
    int colon = id.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "an id names its platform first, as in discord:123, but this is " + id);
    }
    return id.substring(0, colon);
  }
}
