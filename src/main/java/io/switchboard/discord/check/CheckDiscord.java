package io.switchboard.discord.check;

import io.switchboard.check.Check;
import io.switchboard.check.Findings;
import io.switchboard.discord.DiscordSettings;
import io.switchboard.discord.check.Asking.Told;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;

/**
 * The bot on Discord: its token, its intents, the servers it is on, and the channels it is told of.
 */
public final class CheckDiscord implements Check {
  /** What the bot does on a server: the permissions that the README asks for. */
  static final Set<Permission> USED =
      EnumSet.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          Permission.CREATE_PUBLIC_THREADS,
          Permission.MESSAGE_EMBED_LINKS,
          Permission.MESSAGE_ATTACH_FILES,
          Permission.MESSAGE_HISTORY);

  private static final String PORTAL = "https://discord.com/developers/applications";
  private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  private static final int CONTENT = 1 << 18;
  private static final int CONTENT_UNTIL_VERIFIED = 1 << 19;
  private static final int DISALLOWED_INTENTS = 4014;
  private static final int TOKEN_REFUSED = 4004;
  private static final int TOO_FEW_SHARDS = 4011;

  /** So many starts a day are kept for the bot itself. */
  private static final int SPARE_STARTS = 20;

  private final DiscordSettings settings;
  private final Named named;
  private final InstantSource time;

  public CheckDiscord(DiscordSettings settings, Named named, InstantSource time) {
    this.settings = settings;
    this.named = named;
    this.time = time;
  }

  @Override
  public String about() {
    return "Discord";
  }

  @Override
  public void look(Findings findings) {
    if (settings.token().isEmpty()) {
      findings.note("off, for discord.token (DISCORD_TOKEN) is empty");
      return;
    }
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .callTimeout(Duration.ofSeconds(20))
            .build();
    try {
      look(findings, http);
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private void look(Findings findings, OkHttpClient http) {
    Asking asking = new Asking(settings, http, time);
    switch (asking.get("/users/@me", findings)) {
      case Told.One(DataObject bot) -> {
        findings.ok("the token is that of " + bot.getString("username", "?"));
        long id = bot.getUnsignedLong("id");
        boolean content = intents(findings, asking);
        gateway(findings, asking, http, content);
        new CheckServers(asking, named, id).look(findings);
      }
      case Told.Refused(int status) when status == 401 ->
          findings.wrong(
              "the token is refused"
                  + unlike(settings.token().reveal())
                  + ": at "
                  + PORTAL
                  + " under Bot choose Reset Token, and put the new one into discord.token"
                  + " (DISCORD_TOKEN)");
      case Told.Refused(int status) when status == 429 ->
          findings.wrong("Discord wants fewer calls for now (429): check again in an hour");
      case Told.Refused(int status) ->
          findings.wrong(
              settings.apiUrl()
                  + " answers "
                  + status
                  + ": is discord.apiUrl right? If it is, "
                  + "look at https://discordstatus.com");
      case Told.Nothing(String why) -> unreachable(findings, why);
      case Told.Many _ -> unreachable(findings, "a list came where the bot was expected");
    }
  }

  /** How to find that it is another word of the portal's, or another platform's. */
  private static String unlike(String token) {
    return TOKEN.matcher(token).matches()
        ? ""
        : ", and does not look like one (three parts with dots between them; neither the Client"
            + " Secret nor the Public Key)";
  }

  private void unreachable(Findings findings, String why) {
    findings.wrong(
        settings.apiUrl()
            + " cannot be reached ("
            + why
            + "): let this machine out to it (DNS, firewall, proxy), or set discord.apiUrl right");
  }

  /** Whether the portal says that messages may be read; true also if it does not say. */
  private static boolean intents(Findings findings, Asking asking) {
    if (!(asking.get("/applications/@me", findings) instanceof Told.One(DataObject app))) {
      return true;
    }
    if (app.getBoolean("bot_require_code_grant", false)) {
      findings.wrong(
          "nobody can add the bot to a server: at "
              + PORTAL
              + " under Bot, switch off Requires OAuth2 Code Grant");
    }
    String elsewhere = app.getString("interactions_endpoint_url", "");
    if (!elsewhere.isEmpty()) {
      findings.wrong(
          "commands and buttons are sent to another program's address: at "
              + PORTAL
              + " under General Information, empty Interactions Endpoint URL");
    }
    boolean content = (app.getInt("flags", 0) & (CONTENT | CONTENT_UNTIL_VERIFIED)) != 0;
    if (!content) {
      noContent(findings);
    }
    return content;
  }

  private static void noContent(Findings findings) {
    findings.wrong(
        "the bot may not read messages: at "
            + PORTAL
            + " under Bot, Privileged Gateway Intents, switch on Message Content Intent; until then"
            + " it hears only private chats, mentions, replies and commands");
  }

  private void gateway(Findings findings, Asking asking, OkHttpClient http, boolean content) {
    int shards = 1;
    if (asking.get("/gateway/bot", findings) instanceof Told.One(DataObject gateway)) {
      shards = Math.max(1, gateway.getInt("shards", 1));
      int left =
          gateway
              .optObject("session_start_limit")
              .map(l -> l.getInt("remaining", 1000))
              .orElse(1000);
      if (left < SPARE_STARTS) {
        findings.wrong(
            "only "
                + left
                + " more connections are allowed today: find out why the bot connects so often, and"
                + " do not restart it until tomorrow");
        return;
      }
    }
    try {
      int end = new Knock(settings, shards).knock(http);
      switch (end) {
        case Knock.LET_IN -> findings.ok("the gateway lets the bot in");
        case DISALLOWED_INTENTS -> {
          if (content) {
            noContent(findings);
          }
        }
        case TOKEN_REFUSED ->
            findings.wrong("the gateway refuses the token: reset it at " + PORTAL);
        case TOO_FEW_SHARDS ->
            findings.wrong(
                "the bot is on too many servers for its shards: set discord.shards: auto");
        case Knock.SILENCE ->
            findings.wrong(
                settings.gatewayUrl()
                    + " does not answer in time: try again, and look at"
                    + " https://discordstatus.com");
        case Knock.NOBODY_THERE ->
            findings.wrong(
                "the gateway at "
                    + settings.gatewayUrl()
                    + " cannot be reached: let WebSockets out to it (firewall, proxy), or set"
                    + " discord.gatewayUrl right");
        default -> findings.wrong("the gateway closes with " + end + ": see Discord's close codes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As people read it on Discord. */
  static String names(Set<Permission> permissions) {
    return permissions.stream()
        .map(p -> p == Permission.MESSAGE_HISTORY ? "Read Message History" : p.getName())
        .collect(Collectors.joining(", "));
  }
}
