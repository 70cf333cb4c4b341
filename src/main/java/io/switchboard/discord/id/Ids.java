package io.switchboard.discord.id;

import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;

/** Places and people by their snowflakes. */
public final class Ids {
  /** What ids of this platform begin with. */
  public static final String PLATFORM = "discord";

  private Ids() {}

  /** The place that a channel is. */
  public static PlaceId place(String channel) {
    return new PlaceId(PLATFORM + ":" + channel);
  }

  /** The channel that a place is. */
  public static String channel(PlaceId place) {
    return place.value().substring(place.value().indexOf(':') + 1);
  }

  /** A person. */
  public static PersonId person(String user) {
    return new PersonId(PLATFORM + ":" + user);
  }
}
