package io.switchboard.announce;

import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who hears it.
 *
 * @param places whether those in which many are
 * @param members whether each member by themselves
 * @param platform only there; empty for everywhere
 */
public record Audience(boolean places, boolean members, String platform) {
  /** Everybody. */
  public static final Audience ALL = new Audience(true, true, "");

  /**
   * Reads {@code all}, {@code places}, {@code members}, or the name of a platform.
   *
   * @param platforms that are switched on
   */
  public static Optional<Audience> read(String word, List<String> platforms) {
    String name = word.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "all" -> Optional.of(ALL);
      case "places" -> Optional.of(new Audience(true, false, ""));
      case "members" -> Optional.of(new Audience(false, true, ""));
      default ->
          platforms.contains(name) ? Optional.of(new Audience(true, true, name)) : Optional.empty();
    };
  }

  boolean hears(PlaceId place) {
    return places && (platform.isEmpty() || place.platform().equals(platform));
  }

  boolean hears(PersonId person) {
    return members && (platform.isEmpty() || person.platform().equals(platform));
  }

  @Override
  public String toString() {
    return !platform.isEmpty()
        ? platform
        : places && members ? "all" : places ? "places" : "members";
  }
}
