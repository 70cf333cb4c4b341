package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.switchboard.app.Switchboard;
import io.switchboard.db.TestDatabases;
import io.switchboard.scenario.SteppedClock;
import io.switchboard.web.TestBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The whole program with its sandbox, and browsers that people of the sandbox sign in. */
final class Board implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WAY_IN = Pattern.compile("(/login/[A-Za-z0-9_-]{32})");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final SteppedClock clock = new SteppedClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Switchboard program;

  Board(Path folder, String more) {
    try {
      Files.writeString(
          folder.resolve("switchboard.yaml"),
          """
          web: {port: 0}
          database: {url: "%s"}
          %s
          """
              .formatted(TestDatabases.h2(folder.resolve("db")), more));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    program = Switchboard.start(folder, name -> null, clock);
  }

  /** Lets so much time pass. */
  void later(Duration by) {
    clock.step(by);
  }

  /** Where browsers find it. */
  String home() {
    return program.address().toString().replace("127.0.0.1", "localhost");
  }

  /** Somebody of the sandbox writes to the bot in private. */
  void say(String who, String text) {
    post(
        "/sandbox/api/messages",
        "",
        JSON.createObjectNode()
            .put("as", who)
            .put("place", "sandbox:private/" + who)
            .put("text", text)
            .toString(),
        "application/json");
  }

  /** What is in somebody's private chat. */
  String chat(String who) {
    return chat(who, "sandbox:private/" + who);
  }

  private String chat(String who, String place) {
    String at = URLEncoder.encode(place, StandardCharsets.UTF_8);
    return get("/sandbox/api/places/" + at + "/messages?as=" + who, "").body();
  }

  /** Waits until something is in somebody's private chat; what fits the pattern's group. */
  String awaitChat(String who, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return await(who + " reads " + pattern)
        .atMost(PATIENCE)
        .until(() -> last(wanted, chat(who)), found -> !found.isEmpty());
  }

  /**
   * Somebody presses the newest button of their private chat that is called so, once it is there.
   */
  void press(String who, String label) {
    press(who, "sandbox:private/" + who, label);
  }

  /** The same in the community channel. */
  void pressInCommunity(String who, String label) {
    press(who, "sandbox:community", label);
  }

  private void press(String who, String place, String label) {
    JsonNode message =
        await(who + " finds the button " + label)
            .atMost(PATIENCE)
            .until(() -> withButton(who, place, label), Objects::nonNull);
    post(
        "/sandbox/api/presses",
        "",
        JSON.createObjectNode()
            .put("as", who)
            .put("message", message.path("id").asText())
            .put("action", action(message, label))
            .toString(),
        "application/json");
  }

  private @Nullable JsonNode withButton(String who, String place, String label) throws IOException {
    JsonNode all = JSON.readTree(chat(who, place));
    JsonNode last = null;
    for (JsonNode message : all.isArray() ? all : all.path("messages")) {
      last = action(message, label).isEmpty() ? last : message;
    }
    return last;
  }

  private static String action(JsonNode message, String label) {
    for (JsonNode row : message.path("buttons")) {
      for (JsonNode button : row) {
        if (button.path("label").asText().equals(label)) {
          return button.path("action").asText();
        }
      }
    }
    return "";
  }

  private static String last(Pattern wanted, String text) {
    Matcher found = wanted.matcher(text);
    String last = "";
    while (found.find()) {
      last = found.groupCount() > 0 ? found.group(1) : found.group();
    }
    return last;
  }

  /** Signs a browser in as people do it; the cookie. */
  String signIn(String who) {
    HttpResponse<String> asked = form("/admin/sign-in", "", Map.of("back", "/admin"));
    String asking = cookie(asked);
    String code = found("<code>/login ([A-Z0-9-]+)</code>", asked.body());
    String before = last(WAY_IN, chat(who));
    say(who, "/login " + code);
    String path =
        await(who + " reads a way in")
            .atMost(PATIENCE)
            .until(() -> last(WAY_IN, chat(who)), way -> !way.isEmpty() && !way.equals(before));
    HttpResponse<String> in = get(path, asking);
    assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains("/admin");
    return cookie(in);
  }

  static String cookie(HttpResponse<?> response) {
    return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  static String found(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return found.group(1);
  }

  /** What a form of that browser has to carry; every signed-in browser finds its own. */
  String proof(String cookie) {
    return found("name=\"proof\" value=\"([0-9a-f]+)\"", get("/login", cookie).body());
  }

  HttpResponse<String> get(String path, String cookie) {
    return send(request(path, cookie));
  }

  /** Sends a form as a page of ours does. */
  HttpResponse<String> form(String path, String cookie, Map<String, String> fields) {
    return post(path, cookie, encoded(fields), "application/x-www-form-urlencoded");
  }

  /** Does what a button of the dashboard does, and follows to the page after it. */
  String act(String cookie, String... namesAndValues) {
    HttpResponse<String> done = form("/admin/act", cookie, fields(cookie, namesAndValues));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    return get(done.headers().firstValue("Location").orElseThrow(), cookie).body();
  }

  Map<String, String> fields(String cookie, String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("proof", proof(cookie));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  HttpResponse<String> post(
      String path, String cookie, String body, String type, String... headers) {
    HttpRequest.Builder request =
        request(path, cookie).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  HttpRequest.Builder request(String path, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(program.address() + path))
            .header("Accept-Language", "en");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ben, made a moderator by this admin and signed in. */
  String moderator(String admin) {
    assertThat(
            act(admin, "do", "member", "verb", "role", "who", "sandbox:ben", "more", "moderator"))
        .contains("Ben is a moderator");
    return signIn("ben");
  }

  /** The newest of what was done and tried. */
  String audit(String admin) {
    return get("/admin/audit", admin).body();
  }

  /** Follows a live page, each line as it comes. */
  CompletableFuture<Void> listen(String path, String cookie, List<String> heard) {
    return client
        .sendAsync(request(path, cookie).build(), BodyHandlers.fromLineSubscriber(new Lines(heard)))
        .thenAccept(done -> assertThat(done.statusCode()).isEqualTo(200));
  }

  @Override
  public void close() {
    // Live pages would be waited for.
    client.shutdownNow();
    program.close();
  }

  /** A page of a browser in which the owner of that session is signed in. */
  Page signedIn(TestBrowser browser, String session, Browser.NewContextOptions options) {
    Page page = browser.open(home(), "/login", options);
    signIn(page.context(), session);
    return page;
  }

  /** Whoever uses that browser is signed in from now on. */
  void signIn(BrowserContext context, String session) {
    String[] cookie = session.split("=", 2);
    context.addCookies(
        List.of(
            new Cookie(cookie[0], cookie[1])
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)));
  }
}
