package io.switchboard.conversation;

import java.util.List;

/**
 * How conversations are kept.
 *
 * @param shared where all who write have one conversation together, in the configuration's words:
 *     {@code discord-channel:ID}, {@code discord-server:ID}, {@code telegram-chat:ID[/TOPIC]}; one
 *     for each channel, thread and topic there. Admins change it by command
 * @param titles whether the account gives conversations their titles, while nobody needs it
 * @param adminsMayRead whether members are offered to let admins read their conversations; nobody's
 *     is read who does not
 */
public record ConversationSettings(List<String> shared, boolean titles, boolean adminsMayRead) {
  public static final ConversationSettings DEFAULTS =
      new ConversationSettings(List.of(), true, false);

  public ConversationSettings {
    shared = List.copyOf(shared);
    for (String scope : shared) {
      if (!scope.matches("[a-z]+-[a-z]+:\\S+")) {
        throw new IllegalArgumentException(
            "shared: discord-channel:ID, discord-server:ID or telegram-chat:ID, not " + scope);
      }
    }
  }
}
