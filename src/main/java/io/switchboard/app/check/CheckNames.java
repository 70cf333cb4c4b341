package io.switchboard.app.check;

import io.switchboard.app.settings.Settings;
import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.member.access.AccessSettings;
import io.switchboard.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what is named can mean anything; whether it is there, the platforms are asked. */
final class CheckNames implements Check {
  private static final List<String> MEMBERS =
      List.of("discord", "telegram", "discord-role", "telegram-administrator");
  private static final List<String> PLACES =
      List.of("discord-channel", "discord-server", "telegram-chat");

  /** What can be named under each key: what stands before the colon, or all of it. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "community.channels",
          List.of("discord-channel", "discord-forum", "telegram-chat"),
          "staff.channels",
          List.of("discord-channel", "telegram-chat"),
          "conversations.shared",
          PLACES,
          "access.admins",
          MEMBERS,
          "access.allow",
          List.of(
              "discord",
              "telegram",
              "discord-server",
              "discord-channel",
              "discord-role",
              "telegram-chat",
              "telegram-administrator",
              AccessSettings.EVERYONE),
          "limits.places",
          PLACES,
          "limits.roles",
          List.of(
              "discord-role",
              "telegram-administrator",
              "switchboard-moderator",
              "switchboard-admin",
              "switchboard-owner"));

  private static final Set<String> WITHOUT_ID =
      Set.of(
          "telegram-administrator",
          "switchboard-moderator",
          "switchboard-admin",
          "switchboard-owner",
          AccessSettings.EVERYONE);

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
    String kind = entry.replaceFirst(":.*", "");
    if (kind.startsWith("sandbox")) {
      return;
    }
    List<String> kinds = KINDS.getOrDefault(key, List.of());
    if (!kinds.contains(kind) || entry.contains(":") == WITHOUT_ID.contains(kind)) {
      findings.wrong(
          "%s: %s means nothing there: write %s"
              .formatted(
                  key,
                  entry,
                  Nearest.to(kind, kinds).map(List::of).orElse(kinds).stream()
                      .map(one -> WITHOUT_ID.contains(one) ? one : one + ":ID")
                      .collect(Collectors.joining(", "))));
      return;
    }
    boolean number = entry.matches("[a-z]+:\\d{1,20}");
    boolean discord = kind.startsWith("discord");
    boolean telegram = kind.startsWith("telegram");
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
    }
  }

  private void off(Findings findings, String key, String entry, String platform) {
    if (!settings.withoutTokens()) {
      findings.note(
          "%s: %s means nothing while %s is off: fill in its token, or take it out"
              .formatted(key, entry, platform));
    }
  }
}
