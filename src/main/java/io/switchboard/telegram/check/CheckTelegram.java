package io.switchboard.telegram.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.check.Check;
import io.switchboard.check.ClockSkew;
import io.switchboard.check.Findings;
import io.switchboard.telegram.TelegramSettings;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/** The bot on Telegram. */
public final class CheckTelegram implements Check {
  private static final Pattern TOKEN = Pattern.compile("\\d+:[\\w-]{30,}");
  private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);
  private static final String ANOTHER =
      "; if another program uses this bot, make one of its own for this with @BotFather (/newbot),"
          + " for they take each other's messages";
  private static final Duration RECENT = Duration.ofHours(1);
  private static final int MANY = 100;

  private final TelegramSettings settings;
  private final Map<String, String> chats;
  private final String publicUrl;
  private final InstantSource time;

  /**
   * Looks at these.
   *
   * @param publicUrl to which Telegram would bring updates
   * @param chats {@code telegram-chat:ID[/TOPIC]}, and where each is named
   */
  public CheckTelegram(
      TelegramSettings settings, Map<String, String> chats, String publicUrl, InstantSource time) {
    this.settings = settings;
    this.chats = chats;
    this.publicUrl = publicUrl;
    this.time = time;
  }

  @Override
  public String about() {
    return "Telegram";
  }

  @Override
  public void look(Findings findings) {
    if (settings.token().isEmpty()) {
      findings.note("off, for telegram.token (TELEGRAM_TOKEN) is empty");
      return;
    }
    try (BotApi api = new BotApi(settings.token(), settings.apiUrl())) {
      switch (api.ask(new GetMe())) {
        case Answer.Done(JsonNode bot) -> {
          findings.ok("the token is that of @" + bot.path("username").asText("?"));
          clock(findings);
          updates(findings, api);
          boolean hearsAll = bot.path("can_read_all_group_messages").asBoolean();
          groups(findings, bot, hearsAll);
          CheckChats looking = new CheckChats(api, bot.path("id").asLong(), hearsAll);
          chats.forEach((entry, key) -> looking.look(findings, entry, key));
        }
        case Answer.Refused(int code, _, _, _) when code == 401 || code == 404 ->
            findings.wrong(
                "the token is refused"
                    + unlike(settings.token().reveal())
                    + ": copy it anew from @BotFather (/mybots, API Token) into"
                    + " telegram.token (TELEGRAM_TOKEN)");
        case Answer.Refused refused ->
            findings.wrong(
                settings.apiUrl() + " answers " + refused.told() + ": check again in some minutes");
        case Answer.Silent(String why, _) ->
            findings.wrong(
                settings.apiUrl()
                    + " cannot be reached ("
                    + why
                    + "): let this machine out to it (DNS, firewall, proxy), or set telegram.apiUrl"
                    + " right");
      }
    }
  }

  private static String unlike(String token) {
    return TOKEN.matcher(token).matches()
        ? ""
        : ", and does not look like one (a number, a colon, and some 35 letters)";
  }

  private void groups(Findings findings, JsonNode bot, boolean hearsAll) {
    if (!bot.path("can_join_groups").asBoolean(true)) {
      String what =
          "the bot cannot be added to groups: to allow it, write /setjoingroups to @BotFather";
      if (chats.isEmpty()) {
        findings.note(what);
      } else {
        findings.wrong(what);
      }
    }
    if (!hearsAll) {
      findings.note(
          "privacy mode is on, so in groups the bot hears only commands, mentions of it and replies"
              + " to it; for it to hear everything, write /setprivacy to @BotFather, choose"
              + " Disable, and add the bot to each group anew");
    }
  }

  /** How updates come, as far as that can be asked without taking them. */
  private void updates(Findings findings, BotApi api) {
    if (!(api.ask(new GetWebhookInfo()) instanceof Answer.Done(JsonNode info))) {
      findings.wrong("how updates come could not be asked: check again");
      return;
    }
    int waiting = info.path("pending_update_count").asInt();
    if (waiting >= MANY) {
      findings.note(waiting + " updates wait at Telegram; they are answered when the bot runs");
    }
    String url = info.path("url").asText("");
    if (settings.mode() == TelegramSettings.Mode.POLLING && !url.isEmpty()) {
      findings.note(
          "a webhook is set, to "
              + server(url)
              + "; as telegram.mode is polling, the start takes it off, and no update is lost by"
              + " that"
              + (leadsHere(url) ? "" : ANOTHER));
    }
    if (settings.mode() == TelegramSettings.Mode.WEBHOOK) {
      if (!url.isEmpty() && !leadsHere(url)) {
        findings.wrong(
            "the webhook leads to "
                + server(url)
                + ", not to web.publicUrl: a start sets it anew"
                + ANOTHER);
      }
      if (!PORTS.contains(URI.create(publicUrl).getPort())
          && "api.telegram.org".equals(settings.apiUrl().getHost())) {
        findings.wrong(
            "Telegram brings nothing to "
                + publicUrl
                + ": let web.publicUrl be on port 443, 80, 88 or 8443");
      }
      String failed = info.path("last_error_message").asText("");
      Instant at = Instant.ofEpochSecond(info.path("last_error_date").asLong());
      // It stays there long after all is well again.
      if (!failed.isEmpty() && at.plus(RECENT).isAfter(time.instant())) {
        findings.wrong(
            "Telegram could not deliver to the webhook ("
                + failed
                + "): web.publicUrl must lead here over https on port 443, 80, 88 or 8443");
      }
    }
  }

  private boolean leadsHere(String url) {
    return !publicUrl.isEmpty() && url.startsWith(publicUrl + "/");
  }

  /** Without the rest, which may be somebody's secret. */
  private static String server(String url) {
    return url.replaceFirst("^(https?://[^/?#]*).*", "$1");
  }

  /** The library keeps the head of an answer to itself. */
  private void clock(Findings findings) {
    OkHttpClient http =
        BotApi.client(settings.apiUrl())
            .followRedirects(false)
            .callTimeout(Duration.ofSeconds(10))
            .build();
    Request request = new Request.Builder().url(settings.apiUrl().toString()).build();
    Instant before = time.instant();
    try (Response response = http.newCall(request).execute()) {
      String date = response.header("Date", "");
      ClockSkew.judge(findings, "Telegram's", date == null ? "" : date, before, time.instant());
    } catch (IOException e) {
      findings.note("Telegram's clock could not be asked for");
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }
}
