package io.switchboard.staff;

import io.switchboard.text.Spoken;
import java.util.List;

/**
 * Where the staff reads.
 *
 * @param channels {@code discord-channel:ID}, {@code telegram-chat:ID[/TOPIC]}, {@code
 *     sandbox-channel:community}
 * @param language the tag of the language that is spoken there
 */
public record StaffSettings(List<String> channels, String language) {
  /** Nowhere: the log has to do. */
  public static final StaffSettings DEFAULTS = new StaffSettings(List.of(), "en");

  public StaffSettings {
    channels = List.copyOf(channels);
    Spoken.require("language", language);
  }
}
