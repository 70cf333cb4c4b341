package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.switchboard.app.check.RunChecks;
import io.switchboard.app.settings.Settings;
import io.switchboard.config.ConfigurationError;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** No secret, and nothing that opens anything, is readable where others look: a search for each. */
@Isolated("hears what all log")
class NoSecretsTest {
  private static final String DATABASE_PASSWORD = "marker-of-the-database-7Q";
  private static final String SHARE_PASSWORD = "marker-of-a-link-3Z";
  private static final String TEXT = "kanarienvogel";

  @TempDir Path folder;
  private final TelegramStage telegram = new TelegramStage();
  private final DiscordStage discord = new DiscordStage();
  private final Map<String, String> secrets = new TreeMap<>();
  private final HeardLog log = new HeardLog();
  private Line line;
  private String url;

  @BeforeEach
  void start() {
    log.begin();
    url = "jdbc:h2:file:" + folder.resolve("own");
    line = new Line(folder, telegram).alsoOn(discord);
    line.database("{url: \"%s\", user: sb, password: \"%s\"}".formatted(url, DATABASE_PASSWORD))
        .start("");
  }

  @AfterEach
  void close() {
    line.close();
    discord.close();
    log.end();
  }

  @Test
  void noneIsReadable() throws Exception {
    String yaml = Files.readString(folder.resolve("switchboard.yaml"));
    Matcher said = Pattern.compile("(token|apiKey|password): \"([^\"]+)\"").matcher(yaml);
    while (said.find()) {
      secrets.put(said.group(1) + " " + said.start(), said.group(2));
    }
    assertThat(secrets).hasSize(4);
    String cookie = play();
    assertThat(secrets).hasSize(10);

    for (String page :
        List.of(
            "/metrics",
            "/healthz",
            "/readyz",
            "/admin",
            "/admin/members",
            "/admin/members/1",
            "/admin/members/2",
            "/admin/posts",
            "/admin/shares",
            "/admin/statistics",
            "/admin/logs",
            "/admin/audit")) {
      HttpResponse<String> told = send("GET", URI.create(line.address() + page), cookie, "");
      assertThat(told.statusCode()).as(page).isEqualTo(200);
      clean(page, told.body());
      clean(page + " headers", told.headers().map().toString());
    }
    ByteArrayOutputStream checked = new ByteArrayOutputStream();
    new RunChecks(new Settings(folder, name -> null), Set.of(), InstantSource.system())
        .print(new PrintStream(checked, true, StandardCharsets.UTF_8));
    assertThat(checked.toString(StandardCharsets.UTF_8)).contains("Discord: the token is that of");
    clean("check", checked.toString(StandardCharsets.UTF_8));
    for (String mistake : mistakes(yaml)) {
      Path wrong = Files.createDirectories(folder.resolve("wrong"));
      Files.writeString(wrong.resolve("switchboard.yaml"), mistake);
      ConfigurationError error =
          catchThrowableOfType(ConfigurationError.class, () -> new Settings(wrong, name -> null));
      assertThat(error).as(mistake).isNotNull();
      clean("an error of the configuration", String.valueOf(error.getMessage()));
    }
    line.stop();
    assertThat(log.lines()).isNotEmpty();
    clean("the log", String.join("\n", log.lines()));
    assertThat(String.join("\n", log.lines())).doesNotContain(TEXT);
    List<String> dump = dump();
    assertThat(String.join("\n", dump)).contains(TEXT);
    dump.forEach(row -> clean("the database", row));
  }

  /** Everything that makes a secret; the cookie of an owner. */
  private String play() throws Exception {
    telegram.say("Ben", TEXT);
    see(() -> telegram.inPrivate("Ben"), TEXT, "Try again");
    telegram.command("Ben", "share", "24h");
    telegram.press("Ben", see(() -> telegram.inPrivate("Ben"), "Preview", "Share"), "Share");
    Stage.Seen shared = see(() -> telegram.inPrivate("Ben"), "The link ends:", "End this link");
    String link = linkWith("/s/", shared);
    secrets.put("link", link.substring(link.lastIndexOf('/') + 1));
    telegram.command("Ben", "shares", "password 1 " + SHARE_PASSWORD);
    secrets.put("link's password", SHARE_PASSWORD);
    see(() -> telegram.inPrivate("Ben"), "asks for");
    line.get(link);
    send("POST", URI.create(link), "", "password=" + SHARE_PASSWORD);
    telegram.command("Ben", "link", "");
    secrets.put("link code", found("/link ([A-Z2-9]{12})", "To be one member", "Ben"));
    telegram.command("Ada", "member", "invite for 7d uses 5");
    secrets.put("invitation", found("/join ([\\w-]+)", "Invitation code", "Ada"));
    discord.say("Cleo", "Also " + TEXT);
    see(() -> discord.inPrivate("Cleo"), TEXT, "Try again");
    telegram.command("Ada", "login", "");
    String login = linkWith("/login/", see(() -> telegram.inPrivate("Ada"), "/login/"));
    secrets.put("login code", login.substring(login.lastIndexOf('/') + 1));
    HttpResponse<String> in = send("POST", URI.create(login), "", "");
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    secrets.put("cookie", cookie.substring(cookie.indexOf('=') + 1));
    return cookie;
  }

  /** Secrets where they do not belong, and files that cannot be read. */
  private static List<String> mistakes(String yaml) {
    return List.of(
        yaml.replace("token: ", "tokne: "),
        yaml.replace("token: \"", "token: [\"").replaceFirst("(?m)(token: \\[\"[^\"]+\")", "$1]"),
        yaml.replace("apiKey: \"", "apiKey: \"Bearer "),
        yaml.replace("apiKey: ", "model: \"a b\", key: "),
        yaml.replace("password: \"", "password: {a: \"") + "}",
        yaml.replaceFirst("token: \"([^\"]+)\"", "token: \"$1"));
  }

  private void clean(String where, String text) {
    secrets.forEach(
        (what, secret) -> assertThat(text.contains(secret)).as(what + " in " + where).isFalse());
  }

  private List<String> dump() throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, "sb", DATABASE_PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet all = statement.executeQuery("script nopasswords nosettings")) {
      while (all.next()) {
        rows.add(all.getString(1));
      }
    }
    return rows;
  }

  private String found(String pattern, String text, String person) {
    Stage.Seen seen = see(() -> telegram.inPrivate(person), text);
    Matcher code = Pattern.compile(pattern).matcher(seen.text());
    assertThat(code.find()).as(seen.text()).isTrue();
    return code.group(1);
  }

  private static String linkWith(String part, Stage.Seen seen) {
    return seen.links().stream().filter(l -> l.contains(part)).findFirst().orElseThrow();
  }

  private static HttpResponse<String> send(String method, URI address, String cookie, String form)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString(form) : BodyPublishers.noBody());
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
