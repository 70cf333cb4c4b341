package io.switchboard.discord.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the configuration names on Discord.
 *
 * @param channels {@code discord-channel:ID} and {@code discord-forum:ID}, and where each is named
 * @param servers ids of servers, and where each is named
 * @param roles ids of roles, and where each is named
 */
public record Named(
    Map<String, String> channels, Map<String, String> servers, Map<String, String> roles) {
  /** Sorts entries such as {@code discord-role:ID} by what they name; others are passed over. */
  public static Named of(Map<String, List<String>> entriesByKey) {
    Map<String, String> channels = new LinkedHashMap<>();
    Map<String, String> servers = new LinkedHashMap<>();
    Map<String, String> roles = new LinkedHashMap<>();
    entriesByKey.forEach(
        (key, entries) ->
            entries.forEach(
                entry -> {
                  String id = entry.substring(entry.indexOf(':') + 1);
                  if (entry.startsWith("discord-channel:") || entry.startsWith("discord-forum:")) {
                    channels.putIfAbsent(entry, key);
                  } else if (entry.startsWith("discord-server:")) {
                    servers.putIfAbsent(id, key);
                  } else if (entry.startsWith("discord-role:")) {
                    roles.putIfAbsent(id, key);
                  }
                }));
    return new Named(channels, servers, roles);
  }
}
