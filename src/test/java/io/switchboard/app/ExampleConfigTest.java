package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.answer.AnswerSettings;
import io.switchboard.app.settings.Settings;
import io.switchboard.community.CommunitySettings;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.discord.DiscordSettings;
import io.switchboard.http.WebSettings;
import io.switchboard.member.TimeSettings;
import io.switchboard.member.access.AccessSettings;
import io.switchboard.openai.OpenAiSettings;
import io.switchboard.queue.limit.money.PriceSettings;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.sandbox.SandboxSettings;
import io.switchboard.share.ShareSettings;
import io.switchboard.staff.StaffSettings;
import io.switchboard.telegram.TelegramSettings;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bot-config/switchboard.yaml shows, commented out, is what the rooms do without it. */
class ExampleConfigTest {
  private static final Path EXAMPLE = Path.of("bot-config", "switchboard.yaml");

  /** A commented key, or a list entry that begins with one; prose has no colon after a word. */
  private static final Pattern COMMENTED = Pattern.compile("# ( *(- )?[A-Za-z]+:( .*)?)");

  @TempDir Path folder;

  @Test
  void asShippedNothingIsSet() throws IOException {
    assertThat(Files.readAllLines(EXAMPLE))
        .allMatch(line -> line.isBlank() || line.startsWith("#"));
    assertDefaults(new Settings(EXAMPLE.getParent(), Map.<String, String>of()::get));
  }

  @Test
  void withoutTheCommentsItSaysTheDefaults() throws IOException {
    assertDefaults(uncommented(Map.of()));
  }

  @Test
  void theEnvironmentIsHeardWithItAsWithout() throws IOException {
    Map<String, String> environment =
        Map.of(
            "DISCORD_TOKEN", "d",
            "DISCORD_API_URL", "http://localhost:1/api/v10",
            "DISCORD_GATEWAY_URL", "ws://localhost:1",
            "TELEGRAM_TOKEN", "1:t",
            "TELEGRAM_API_URL", "http://localhost:2",
            "OPENAI_BASE_URL", "http://localhost:3/v1",
            "OPENAI_API_KEY", "k",
            "OPENAI_MODEL", "m",
            "SWITCHBOARD_PORT", "0",
            "SWITCHBOARD_DATABASE_URL", "jdbc:h2:mem:x");
    Settings without = new Settings(folder.resolve("nothing"), environment::get);
    Settings with = uncommented(environment);
    assertThat(with)
        .usingRecursiveComparison()
        .ignoringFields("folder", "environment")
        .isEqualTo(without);
    assertThat(with.telegram.token().reveal()).isEqualTo("1:t");
    assertThat(with.accounts.getFirst().model()).isEqualTo("m");
    assertThat(with.web.port()).isZero();
  }

  @Test
  void everySectionIsShown() throws IOException {
    String text = uncommentedText();
    for (var field : Settings.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        assertThat(text).containsPattern("(?m)^" + field.getName() + ":");
      }
    }
  }

  /** The block of the same shape in flow style, as people write it down for one another. */
  @Test
  void theShortFormIsTheSame() throws IOException {
    Files.writeString(
        folder.resolve("switchboard.yaml"),
        """
        discord:   {token: ${DISCORD_TOKEN:}, apiUrl: ${DISCORD_API_URL:https://discord.com/api/v10}, gatewayUrl: ${DISCORD_GATEWAY_URL:wss://gateway.discord.gg}}
        telegram:  {token: ${TELEGRAM_TOKEN:}, apiUrl: ${TELEGRAM_API_URL:https://api.telegram.org}, mode: polling}   # or webhook
        accounts:
          - {name: main, baseUrl: ${OPENAI_BASE_URL:https://api.openai.com/v1}, apiKey: ${OPENAI_API_KEY:}, model: ${OPENAI_MODEL:gpt-5-mini}, concurrency: 4}
        access:    {admins: [], allow: []}            # discord:ID, telegram:ID, everyone
        limits:                                       # an absent or empty list is no limit
          default: {requests: [30/hour, 200/day], tokens: [], money: [], running: 1, waiting: 5, conversations: 50, promptLength: 20000}
          roles: {}
          places: {}
        share:     {defaultExpiry: 7d, maxExpiry: 90d, neverExpires: false, deleteAfter: 7d}
        community: {enabled: false, channels: []}     # discord-channel:ID, telegram-chat:ID[/TOPIC]
        web:       {host: 127.0.0.1, port: ${SWITCHBOARD_PORT:8080}, publicUrl: ${SWITCHBOARD_PUBLIC_URL:}}
        database:  {url: ${SWITCHBOARD_DATABASE_URL:jdbc:h2:file:./data/switchboard}}
        """);
    assertDefaults(new Settings(folder, Map.<String, String>of()::get));
  }

  private Settings uncommented(Map<String, String> environment) throws IOException {
    Files.writeString(folder.resolve("switchboard.yaml"), uncommentedText());
    return new Settings(folder, environment::get);
  }

  private static String uncommentedText() throws IOException {
    return Files.readAllLines(EXAMPLE).stream()
        .map(COMMENTED::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .collect(Collectors.joining("\n"));
  }

  private static void assertDefaults(Settings found) {
    assertThat(found.discord).isEqualTo(DiscordSettings.DEFAULTS);
    assertThat(found.telegram).isEqualTo(TelegramSettings.DEFAULTS);
    assertThat(found.sandbox).isEqualTo(SandboxSettings.DEFAULTS);
    assertThat(found.accounts).isEqualTo(List.of(OpenAiSettings.DEFAULTS));
    assertThat(found.answers).isEqualTo(AnswerSettings.DEFAULTS);
    assertThat(found.access).isEqualTo(AccessSettings.DEFAULTS);
    assertThat(found.limits).isEqualTo(LimitSettings.DEFAULTS);
    assertThat(found.prices).isEqualTo(PriceSettings.DEFAULTS);
    assertThat(found.time).isEqualTo(TimeSettings.DEFAULTS);
    assertThat(found.share).isEqualTo(ShareSettings.DEFAULTS);
    assertThat(found.community).isEqualTo(CommunitySettings.DEFAULTS);
    assertThat(found.staff).isEqualTo(StaffSettings.DEFAULTS);
    assertThat(found.web).isEqualTo(WebSettings.DEFAULTS);
    assertThat(found.database).isEqualTo(DatabaseSettings.DEFAULTS);
  }
}
