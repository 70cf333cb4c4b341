package io.switchboard.discord.hearing;

import java.util.EnumSet;
import net.dv8tion.jda.api.requests.GatewayIntent;

/** Of what Discord is asked to tell. */
public final class Intents {
  private Intents() {}

  /** Everything that is of use. */
  public static EnumSet<GatewayIntent> wanted() {
    return EnumSet.of(
        GatewayIntent.GUILD_MESSAGES,
        GatewayIntent.GUILD_MESSAGE_REACTIONS,
        GatewayIntent.DIRECT_MESSAGES,
        GatewayIntent.MESSAGE_CONTENT);
  }

  /** What every bot may be told. */
  public static EnumSet<GatewayIntent> unprivileged() {
    EnumSet<GatewayIntent> intents = wanted();
    intents.remove(GatewayIntent.MESSAGE_CONTENT);
    return intents;
  }
}
