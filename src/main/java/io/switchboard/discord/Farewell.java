package io.switchboard.discord;

import net.dv8tion.jda.api.requests.CloseCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Discord means when it ends a connection, and whether a new one is of any use. */
final class Farewell {
  private static final Logger log = LoggerFactory.getLogger(Farewell.class);
  private static final String PORTAL = "https://discord.com/developers/applications";

  private final DiscordSettings settings;
  private boolean readsContent = true;

  Farewell(DiscordSettings settings) {
    this.settings = settings;
  }

  /** False once Discord has refused the intent to read what people write. */
  boolean readsContent() {
    return readsContent;
  }

  /** Says what a close code means; true if trying again is of no use. */
  boolean isForGood(@Nullable CloseCode code) {
    if (code == CloseCode.DISALLOWED_INTENTS && readsContent) {
      readsContent = false;
      log.warn(
          "Discord does not let this bot read messages: switch on \"Message Content Intent\" under"
              + " Bot, Privileged Gateway Intents at {} and restart. Until then it answers only"
              + " private chats, mentions, replies that notify it, and commands; in its threads it"
              + " must be mentioned.",
          PORTAL);
      return false;
    }
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      log.error(
          "Discord does not know this token. Copy the bot's token anew (Bot, Reset Token at {}) to"
              + " discord.token or DISCORD_TOKEN, and restart. Discord stays off until then.",
          PORTAL);
      return true;
    }
    if (code == CloseCode.SHARDING_REQUIRED && settings.shards().isAuto()) {
      log.warn("The bot is on more servers than one connection tells of; connecting anew");
      return false;
    }
    if (code != null && !code.isReconnect() && code != CloseCode.GRACEFUL_CLOSE) {
      log.error(
          "Discord ended the connection for good: {} {}. Discord stays off until a restart.",
          code.getCode(),
          code.getMeaning());
      return true;
    }
    log.warn("The connection to Discord ended ({}); connecting anew", code);
    return false;
  }
}
