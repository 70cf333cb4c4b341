package io.switchboard.discord;

import io.switchboard.config.Secret;

/**
 * How to reach Discord.
 *
 * @param token the bot's token; empty switches Discord off
 * @param apiUrl the address of the REST API, its version included
 * @param gatewayUrl the gateway's WebSocket address
 * @param shards over how many connections it is listened to, all of one process
 */
public record DiscordSettings(Secret token, String apiUrl, String gatewayUrl, Shards shards) {
  /** Discord's own REST API. */
  public static final String API_URL = "https://discord.com/api/v10";

  /** Discord's own gateway. */
  public static final String GATEWAY_URL = "wss://gateway.discord.gg";

  /** Discord itself, without a token. */
  public static final DiscordSettings DEFAULTS = with(Secret.of(""));

  /** As many connections as Discord recommends. */
  public DiscordSettings(Secret token, String apiUrl, String gatewayUrl) {
    this(token, apiUrl, gatewayUrl, Shards.AUTO);
  }

  /** Discord itself, with this token. */
  public static DiscordSettings with(Secret token) {
    return new DiscordSettings(token, API_URL, GATEWAY_URL);
  }
}
