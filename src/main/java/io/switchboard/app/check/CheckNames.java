package io.switchboard.app.check;

import io.switchboard.app.settings.Settings;
import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what is named can mean anything; whether it is there, the platforms are asked. */
final class CheckNames implements Check {
  private static final Set<String> PLACES =
      Set.of("community.channels", "staff.channels", "conversations.shared");

  private final Settings settings;
  private final Map<String, List<String>> named;

  /**
   * Looks at these.
   *
   * @param named entries such as {@code discord-role:ID}, by the key that they stand under
   */
  CheckNames(Settings settings, Map<String, List<String>> named) {
    this.settings = settings;
    this.named = named;
  }

  @Override
  public String about() {
    return "Names";
  }

  @Override
  public void look(Findings findings) {
    named.forEach((key, entries) -> entries.forEach(entry -> look(findings, key, entry)));
  }

  private void look(Findings findings, String key, String entry) {
    int colon = entry.indexOf(':');
    if (colon < 0) {
      if (PLACES.contains(key)) {
        noPlace(findings, key, entry);
      }
      return;
    }
    String kind = entry.substring(0, colon);
    String id = entry.substring(colon + 1);
    boolean number = id.matches("\\d{1,20}");
    boolean discord = kind.equals("discord") || kind.startsWith("discord-");
    boolean telegram = kind.equals("telegram") || kind.startsWith("telegram-");
    if (kind.equals("discord") && !number) {
      findings.wrong(
          key
              + ": "
              + entry
              + " is nobody: ids on Discord are numbers (Settings, Advanced, Developer Mode; then"
              + " right-click the person, Copy User ID)");
    } else if (kind.equals("telegram") && !number) {
      findings.wrong(
          key
              + ": "
              + entry
              + " is nobody: ids on Telegram are numbers; whoever writes to the bot and is not let"
              + " in is told theirs");
    } else if ((discord && settings.discord.token().isEmpty())
        || (telegram && settings.telegram.token().isEmpty())) {
      off(findings, key, entry, discord ? "Discord" : "Telegram");
    } else if (PLACES.contains(key) && !discord && !telegram && !kind.startsWith("sandbox")) {
      noPlace(findings, key, entry);
    }
  }

  private static void noPlace(Findings findings, String key, String entry) {
    findings.wrong(
        key
            + ": "
            + entry
            + " is no place: write discord-channel:ID, discord-forum:ID or telegram-chat:ID");
  }

  private void off(Findings findings, String key, String entry, String platform) {
    if (!settings.withoutTokens()) {
      findings.note(
          "%s: %s means nothing while %s is off: fill in its token, or take it out"
              .formatted(key, entry, platform));
    }
  }
}
