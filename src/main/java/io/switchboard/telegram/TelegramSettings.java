package io.switchboard.telegram;

import io.switchboard.config.Secret;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * How Telegram is reached.
 *
 * @param token from @BotFather; empty for no Telegram
 * @param apiUrl the Bot API, http or https; a server of one's own may stand under a path
 */
public record TelegramSettings(Secret token, URI apiUrl, Mode mode) {
  /** How updates come. */
  public enum Mode {
    /** The bot asks for them. */
    POLLING,
    /** Telegram brings them; needs a public address. */
    WEBHOOK
  }

  private static final Pattern DISCORDS = Pattern.compile("[\\w-]{20,}\\.[\\w-]{5,}\\.[\\w-]{20,}");

  /** Telegram's own servers, no token, polling. */
  public static final TelegramSettings DEFAULTS =
      new TelegramSettings(Secret.of(""), URI.create("https://api.telegram.org"), Mode.POLLING);

  public TelegramSettings {
    String scheme = apiUrl.getScheme();
    boolean web = "http".equals(scheme) || "https".equals(scheme);
    if (!web || apiUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "apiUrl: expected an address such as https://api.telegram.org, not \"" + apiUrl + "\"");
    }
    if (DISCORDS.matcher(token.reveal()).matches()) {
      throw new IllegalArgumentException(
          "token: this is a bot's token of Discord: put it into discord.token (DISCORD_TOKEN), and"
              + " Telegram's here");
    }
  }
}
