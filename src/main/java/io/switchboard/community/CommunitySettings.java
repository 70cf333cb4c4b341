package io.switchboard.community;

import java.util.List;

/**
 * Where shares can be posted for everybody.
 *
 * @param enabled whether that is so until an admin says otherwise
 * @param channels {@code discord-channel:ID}, {@code discord-forum:ID}, {@code
 *     telegram-chat:ID[/TOPIC]}, {@code sandbox-channel:community}
 */
public record CommunitySettings(boolean enabled, List<String> channels) {
  /** Off, and nowhere. */
  public static final CommunitySettings DEFAULTS = new CommunitySettings(false, List.of());

  public CommunitySettings {
    channels = List.copyOf(channels);
  }
}
