package io.switchboard.discord;

import io.switchboard.config.Secret;

/**
 * How to reach Discord.
 *
 * @param token the bot's token; empty switches Discord off
 * @param apiUrl the address of the REST API, its version included
 * @param gatewayUrl the gateway's WebSocket address
 */
public record DiscordSettings(Secret token, String apiUrl, String gatewayUrl) {
  /** Discord's own REST API. */
  public static final String API_URL = "https://discord.com/api/v10";

  /** Discord's own gateway. */
  public static final String GATEWAY_URL = "wss://gateway.discord.gg";

  /** Discord itself, without a token. */
  public static final DiscordSettings DEFAULTS = with(Secret.of(""));

  /** Discord itself, with this token. */
  public static DiscordSettings with(Secret token) {
    return new DiscordSettings(token, API_URL, GATEWAY_URL);
  }
}
