package io.switchboard.relay;

import io.switchboard.chat.PlaceId;
import java.util.Locale;

/**
 * A place that is linked with others.
 *
 * @param home what all of them have together
 * @param name what people call it; may be empty
 * @param language of the words around copies there
 * @param carried up to this turn everything was carried over to it
 */
public record LinkedPlace(PlaceId place, String home, String name, Locale language, long carried) {
  /** As it is told elsewhere: {@code Discord, #name}. */
  public String called() {
    return platformName(place) + (name.isBlank() ? "" : " · " + name);
  }

  static String platformName(PlaceId place) {
    String platform = place.platform();
    return platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
  }
}
