package io.switchboard.app.settings;

import io.switchboard.alert.AlertSettings;
import io.switchboard.answer.AnswerSettings;
import io.switchboard.attachment.AttachmentSettings;
import io.switchboard.community.CommunitySettings;
import io.switchboard.config.Configuration;
import io.switchboard.config.ConfigurationError;
import io.switchboard.config.Secret;
import io.switchboard.conversation.ConversationSettings;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.advice.WhyNot;
import io.switchboard.discord.DiscordSettings;
import io.switchboard.forget.ForgetSettings;
import io.switchboard.http.WebSettings;
import io.switchboard.http.check.Proof;
import io.switchboard.member.TimeSettings;
import io.switchboard.member.access.AccessSettings;
import io.switchboard.openai.OpenAiSettings;
import io.switchboard.persona.Personas;
import io.switchboard.queue.limit.money.PriceSettings;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.sandbox.SandboxSettings;
import io.switchboard.share.ShareSettings;
import io.switchboard.staff.StaffSettings;
import io.switchboard.telegram.TelegramSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration: what the file says, else what the environment says, else the rooms' own
 * defaults.
 */
public final class Settings {
  /**
   * Where the environment is heard without any file. The commented example in bot-config shows the
   * same.
   */
  private static final String BUILT_IN =
      """
      discord:
        token: ${DISCORD_TOKEN:}
        apiUrl: ${DISCORD_API_URL:https://discord.com/api/v10}
        gatewayUrl: ${DISCORD_GATEWAY_URL:wss://gateway.discord.gg}
      telegram:
        token: ${TELEGRAM_TOKEN:}
        apiUrl: ${TELEGRAM_API_URL:https://api.telegram.org}
      accounts:
        - name: main
          baseUrl: ${OPENAI_BASE_URL:https://api.openai.com/v1}
          apiKey: ${OPENAI_API_KEY:}
          model: ${OPENAI_MODEL:gpt-5-mini}
      web:
        host: ${SWITCHBOARD_HOST:127.0.0.1}
        port: ${SWITCHBOARD_PORT:8080}
        publicUrl: ${SWITCHBOARD_PUBLIC_URL:}
        proxies: ["${SWITCHBOARD_PROXIES:}"]
      database:
        url: ${SWITCHBOARD_DATABASE_URL:jdbc:h2:file:./data/switchboard}
      """;

  /** What the environment says of more than the configuration. */
  private static final Set<String> BESIDE =
      Set.of("SWITCHBOARD_DATA", "SWITCHBOARD_LOG", "SWITCHBOARD_JAVA_OPTS");

  public final DiscordSettings discord;
  public final TelegramSettings telegram;
  public final SandboxSettings sandbox;
  public final List<OpenAiSettings> accounts;
  public final AnswerSettings answers;
  public final AttachmentSettings attachments;
  public final AccessSettings access;
  public final ConversationSettings conversations;
  public final ForgetSettings forget;
  public final LimitSettings limits;
  public final PriceSettings prices;
  public final TimeSettings time;
  public final ShareSettings share;
  public final CommunitySettings community;
  public final StaffSettings staff;
  public final AlertSettings alerts;
  public final WebSettings web;
  public final DatabaseSettings database;

  private final Personas personas;
  private final Set<String> variables = new TreeSet<>(BESIDE);
  private final String data;
  private final Path folder;
  private final Function<String, @Nullable String> environment;

  /**
   * Reads the folder's switchboard.yaml, if there is one.
   *
   * @throws ConfigurationError naming everything that is wrong
   */
  public Settings(Path folder, Function<String, @Nullable String> environment) {
    this.folder = folder;
    this.environment = environment;
    data = Objects.requireNonNullElse(environment.apply("SWITCHBOARD_DATA"), "").strip();
    Configuration own = Configuration.of(BUILT_IN, "environment", environment);
    Configuration file = Configuration.load(folder, environment);
    discord = file.section("discord", own.section("discord", DiscordSettings.DEFAULTS));
    telegram = file.section("telegram", own.section("telegram", TelegramSettings.DEFAULTS));
    sandbox = file.section("sandbox", SandboxSettings.DEFAULTS);
    List<OpenAiSettings> listed =
        file.sections(
            "accounts",
            OpenAiSettings.DEFAULTS,
            own.sections("accounts", OpenAiSettings.DEFAULTS, List.of(), OpenAiSettings::name),
            OpenAiSettings::name);
    // An empty list is like one account without a key: the demo account answers.
    accounts = listed.isEmpty() ? List.of(OpenAiSettings.DEFAULTS) : listed;
    answers = file.section("answers", AnswerSettings.DEFAULTS);
    attachments = file.section("attachments", AttachmentSettings.DEFAULTS);
    access = file.section("access", AccessSettings.DEFAULTS);
    conversations = file.section("conversations", ConversationSettings.DEFAULTS);
    forget = file.section("forget", ForgetSettings.DEFAULTS);
    limits = file.section("limits", LimitSettings.DEFAULTS);
    prices = file.section("prices", PriceSettings.DEFAULTS);
    time = file.section("time", TimeSettings.DEFAULTS);
    share = file.section("share", ShareSettings.DEFAULTS);
    community = file.section("community", CommunitySettings.DEFAULTS);
    staff = file.section("staff", StaffSettings.DEFAULTS);
    alerts = file.section("alerts", AlertSettings.DEFAULTS);
    web = file.section("web", own.section("web", WebSettings.DEFAULTS));
    database = file.section("database", own.section("database", DatabaseSettings.DEFAULTS));
    personas = Personas.in(folder.resolve("personas"));
    file.finish();
    own.finish();
    variables.addAll(own.variables());
    variables.addAll(file.variables());
    refuseHiddenWebhook(file.file());
    List<String> others = limits.otherCurrencies(prices.currency());
    if (!others.isEmpty()) {
      throw new ConfigurationError(
          List.of(
              "%s: limits: money: expected %s, the currency of the prices, not %s"
                  .formatted(file.file(), prices.currency(), String.join(", ", others))));
    }
  }

  private void refuseHiddenWebhook(Path file) {
    boolean reachable =
        web.publicUrl().startsWith("https://")
            || (!web.publicUrl().isEmpty()
                && !"api.telegram.org".equals(telegram.apiUrl().getHost()));
    if (telegram.mode() == TelegramSettings.Mode.WEBHOOK && !reachable) {
      throw new ConfigurationError(
          List.of(
              "%s: telegram.mode: webhook needs web.publicUrl, an https address at which Telegram reaches the pages"
                  .formatted(file)));
    }
  }

  /**
   * What the files say now.
   *
   * @throws ConfigurationError naming everything that is wrong
   */
  public Settings again() {
    return new Settings(folder, environment);
  }

  /** What to know where no file says anything, since it may be looked for in another folder. */
  public Optional<String> withoutFile() {
    return Files.exists(folder.resolve("switchboard.yaml"))
        ? Optional.empty()
        : Optional.of(
            "there is no switchboard.yaml in %s, so only the environment and the defaults count; --config names another folder"
                .formatted(folder.toAbsolutePath().normalize()));
  }

  /** The environment variables that are read. */
  public Set<String> variables() {
    return Collections.unmodifiableSet(variables);
  }

  /** Where the files are. */
  public Path folder() {
    return folder;
  }

  /** The personas in the folder beside the file. */
  public Personas personas() {
    return personas;
  }

  /**
   * For what must be kept beside the database: where SWITCHBOARD_DATA says, else the folder of the
   * database's file.
   */
  public Path dataFolder() {
    if (!data.isEmpty()) {
      return Path.of(data).toAbsolutePath().normalize();
    }
    return WhyNot.file(database.url())
        .map(Path::getParent)
        .orElseGet(() -> Path.of("data").toAbsolutePath());
  }

  /** By which this Switchboard proves that it is itself: its own key, if it has one already. */
  public Proof proof(InstantSource time) {
    Path file = dataFolder().resolve("link.key");
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      return new Proof(Files.exists(file) ? Files.readAllBytes(file) : key, time);
    } catch (IOException unreadable) {
      return new Proof(key, time);
    }
  }

  /** Whether no platform has a token, so that only the sandbox is left. */
  public boolean withoutTokens() {
    return discord.token().isEmpty() && telegram.token().isEmpty();
  }

  /** What must not be read in a log. */
  public List<String> secrets() {
    return Stream.concat(
            Stream.of(discord.token(), telegram.token(), database.password()),
            accounts.stream().map(OpenAiSettings::apiKey))
        .map(Secret::reveal)
        .toList();
  }
}
