package io.switchboard.chat;

import java.util.List;

/**
 * A place as its adapter sees it now.
 *
 * @param name what people call it; empty for a private chat
 * @param scopes what it belongs to, in the configuration's words, most specific first: {@code
 *     discord-channel:5}, {@code discord-server:1}; {@code telegram-chat:-100}
 */
public record Place(PlaceId id, Kind kind, String name, List<String> scopes) {
  /** What sort of place it is. */
  public enum Kind {
    /** One person and the bot. */
    PRIVATE,
    /** Many people; the bot is meant only when addressed. */
    GROUP,
    /** A thread, topic or forum post inside a group. */
    THREAD
  }

  public Place {
    scopes = List.copyOf(scopes);
  }
}
