package io.switchboard.discord.speaking;

import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Our languages as Discord's. */
public final class Languages {
  private Languages() {}

  /** Discord's name for a language of ours; unknown for English, in which everything is anyway. */
  public static DiscordLocale of(Locale locale) {
    boolean traditional =
        locale.getScript().equals("Hant")
            || List.of("TW", "HK", "MO").contains(locale.getCountry());
    return switch (locale.getLanguage()) {
      case "zh" -> traditional ? DiscordLocale.CHINESE_TAIWAN : DiscordLocale.CHINESE_CHINA;
      case "ko" -> DiscordLocale.KOREAN;
      default -> DiscordLocale.UNKNOWN;
    };
  }
}
