package io.switchboard.discord;

import io.switchboard.config.Secret;
import java.util.regex.Pattern;

/**
 * How to reach Discord.
 *
 * @param token the bot's token; empty switches Discord off
 * @param apiUrl the address of the REST API, its version included
 * @param gatewayUrl the gateway's WebSocket address
 * @param shards over how many connections it is listened to, all of one process
 */
public record DiscordSettings(Secret token, String apiUrl, String gatewayUrl, Shards shards) {
  private static final Pattern TELEGRAMS = Pattern.compile("\\d+:[\\w-]{30,}");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");
  private static final Pattern GATEWAY = Pattern.compile("wss?://[^/?#\\s]+\\S*");

  /** Discord's own REST API. */
  public static final String API_URL = "https://discord.com/api/v10";

  /** Discord's own gateway. */
  public static final String GATEWAY_URL = "wss://gateway.discord.gg";

  /** Discord itself, without a token. */
  public static final DiscordSettings DEFAULTS = with(Secret.of(""));

  public DiscordSettings {
    if (TELEGRAMS.matcher(token.reveal()).matches()) {
      throw new IllegalArgumentException(
          "token: this is a bot's token of Telegram: put it into telegram.token (TELEGRAM_TOKEN),"
              + " and Discord's here");
    }
    if (token.reveal().startsWith("Bot ")) {
      throw new IllegalArgumentException("token: write the token alone, without Bot before it");
    }
    // An environment variable that is set to nothing means the default, as one that is not set.
    apiUrl = apiUrl.isBlank() ? API_URL : apiUrl.strip();
    gatewayUrl = gatewayUrl.isBlank() ? GATEWAY_URL : gatewayUrl.strip();
    if (!ADDRESS.matcher(apiUrl).matches()) {
      throw new IllegalArgumentException(
          "apiUrl: expected an address such as " + API_URL + ", not \"" + apiUrl + "\"");
    }
    if (!GATEWAY.matcher(gatewayUrl).matches()) {
      throw new IllegalArgumentException(
          "gatewayUrl: expected an address such as "
              + GATEWAY_URL
              + ", not \""
              + gatewayUrl
              + "\"");
    }
  }

  /** As many connections as Discord recommends. */
  public DiscordSettings(Secret token, String apiUrl, String gatewayUrl) {
    this(token, apiUrl, gatewayUrl, Shards.AUTO);
  }

  /** Discord itself, with this token. */
  public static DiscordSettings with(Secret token) {
    return new DiscordSettings(token, API_URL, GATEWAY_URL);
  }
}
