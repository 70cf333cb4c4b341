package io.switchboard.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.config.ConfigurationError;
import io.switchboard.fake.Ports;
import io.switchboard.fake.names.Names;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of mistakes that are made on the first day. */
class CheckMistakesTest {
  private static final String NOWHERE = "check.fake.test";

  @TempDir Path folder;
  private CheckStage stage;

  @BeforeEach
  void open() {
    stage = new CheckStage(folder);
  }

  @AfterEach
  void close() {
    Names.known(NOWHERE);
    stage.close();
  }

  @Test
  void whatIsNoTokenDoesNotLookLikeOne() {
    stage.telegramToken = "switchboard-bot-of-ours";
    stage.discordToken = "9876543210987654321";
    assertThat(stage.look())
        .contains("WRONG  Discord: the token is refused, and does not look like one (three parts")
        .contains("WRONG  Telegram: the token is refused, and does not look like one (a number")
        .doesNotContain(stage.discordToken, stage.telegramToken);
  }

  @Test
  void aKeyWithAWordBeforeItIsRefusedWithoutPrintingIt() {
    stage.accountKey = "Bearer sk-not-to-be-shown";
    assertThatThrownBy(stage::look)
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining("write the key alone, without Bearer")
        .hasMessageNotContaining("not-to-be-shown");
  }

  @Test
  void withoutANetworkEachNameCannotBeLookedUp() {
    Names.unknown(NOWHERE);
    String said = stage.look(yaml -> yaml.replace("127.0.0.1", NOWHERE));
    assertThat(said.lines().filter(line -> line.contains("its name cannot be looked up")))
        .hasSize(3)
        .allMatch(line -> line.startsWith("WRONG") && line.contains("(DNS, firewall, proxy)"));
    assertThat(said).doesNotContain("Exception", stage.telegramToken, stage.discordToken);
  }

  @Test
  void thePortalsOtherSwitchesAreSeen() {
    stage.discord.setup().portal(true, "https://other.example/interactions?key=do-not-show");
    assertThat(stage.look())
        .contains("nobody can add the bot to a server", "switch off Requires OAuth2 Code Grant")
        .contains("under General Information, empty Interactions Endpoint URL")
        .doesNotContain("do-not-show");
  }

  @Test
  void aWebhookThatIsSetElsewhereIsNamed() throws Exception {
    setWebhook("https://other.example/hook/do-not-show");
    assertThat(stage.look())
        .contains("note   Telegram: a webhook is set, to https://other.example; as telegram.mode")
        .contains("if another program uses this bot", "/newbot")
        .doesNotContain("do-not-show");
    stage.telegramMore = ", mode: webhook";
    stage.web = "{port: 0, publicUrl: \"https://here.invalid\"}";
    assertThat(stage.look())
        .contains("WRONG  Telegram: the webhook leads to https://other.example, not to web.public")
        .doesNotContain("do-not-show");
    setWebhook("https://here.invalid/telegram/webhook");
    assertThat(stage.look()).doesNotContain("the webhook leads to", "a webhook is set");
  }

  @Test
  void anAddressThatLeadsPastTheProxyToAPortThatIsClosedToOthers() {
    int free = Ports.free();
    stage.web = "{port: %d, publicUrl: \"http://127.0.0.2:%d\"}".formatted(free, free);
    assertThat(stage.look())
        .contains("http://127.0.0.2:" + free + " lets nobody in", "web.host must be 0.0.0.0");
  }

  @Test
  void namesThatCanMeanNothingAreNamed() {
    stage.access = "{admins: [discord:me, \"telegram:@ben\"], allow: [everyone]}";
    stage.with("staff: {channels: [discrod-channel:5, somewhere]}");
    assertThat(stage.look())
        .contains("WRONG  Names: access.admins: discord:me is nobody", "Copy User ID")
        .contains("WRONG  Names: access.admins: telegram:@ben is nobody", "is told theirs")
        .contains(
            "WRONG  Names: staff.channels: discrod-channel:5 means nothing there: write"
                + " discord-channel:ID")
        .contains(
            "WRONG  Names: staff.channels: somewhere means nothing there: write"
                + " discord-channel:ID, telegram-chat:ID");
    stage.telegramToken = "";
    stage.access = "{admins: [discord:1], allow: [\"telegram-chat:-5\"]}";
    assertThat(stage.look())
        .contains("note   Names: access.allow: telegram-chat:-5 means nothing while Telegram is");
  }

  @Test
  void rolesAndPlacesThatNobodyHasAreNamed() {
    stage.access = "{admins: [discord:1], allow: [discrod:5, \"discord-rol:7\", everyone]}";
    stage.with(
        """
        limits:
          roles: {moderator: {running: 1}, "discord-role:8": {running: 1}, telegram-administrator: {running: 1}, "switchboard-admin:1": {running: 1}}
          places: {general: {running: 1}, "discord-forum:9": {running: 1}, "telegram-chat:-5": {running: 1}}
        """);
    assertThat(stage.look().lines().filter(line -> line.startsWith("WRONG  Names: ")))
        .containsExactlyInAnyOrder(
            "WRONG  Names: access.allow: discrod:5 means nothing there: write discord:ID",
            "WRONG  Names: access.allow: discord-rol:7 means nothing there: write discord-role:ID",
            "WRONG  Names: limits.roles: moderator means nothing there: write discord-role:ID,"
                + " telegram-administrator, switchboard-moderator, switchboard-admin,"
                + " switchboard-owner",
            "WRONG  Names: limits.roles: switchboard-admin:1 means nothing there: write"
                + " switchboard-admin",
            "WRONG  Names: limits.places: general means nothing there: write discord-channel:ID,"
                + " discord-server:ID, telegram-chat:ID",
            "WRONG  Names: limits.places: discord-forum:9 means nothing there: write"
                + " discord-channel:ID, discord-server:ID, telegram-chat:ID");
  }

  @Test
  void aVariableThatIsMisspeltIsNamed() {
    stage.environment.put("DISCORD_TOKN", "do-not-show");
    stage.environment.put("SWITCHBOARD_PUBLIC_URI", "https://chat.example.org");
    stage.environment.put("SWITCHBOARD_PORTS", "8081");
    stage.environment.put("OPENAI_ORG_ID", "another program's");
    assertThat(stage.nothing())
        .contains("DISCORD_TOKN, which is not read: if DISCORD_TOKEN is meant, call it so")
        .contains("SWITCHBOARD_PUBLIC_URI, which is not read: if SWITCHBOARD_PUBLIC_URL is meant")
        .doesNotContain("do-not-show", "SWITCHBOARD_PORTS", "OPENAI_ORG_ID");
  }

  private void setWebhook(String url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(stage.telegram.url() + "/bot" + stage.telegram.token() + "/setWebhook"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"url\": \"%s\", \"secret_token\": \"x\", \"allowed_updates\": []}"
                        .formatted(url)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }
}
