package io.switchboard.discord;

import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.List;

/**
 * How many calls Discord takes for a channel. It counts sends and edits apart, five of each in five
 * seconds; together under that bound they are safe whatever the mixture.
 */
final class Budgets {
  private static final Rate ALL = new Rate(DiscordPlatform.NAME, 50, Duration.ofSeconds(1));

  private Budgets() {}

  static List<Rate> of(PlaceId place) {
    return List.of(new Rate(place.value(), 5, Duration.ofSeconds(5)), ALL);
  }
}
