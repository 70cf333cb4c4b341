package io.switchboard.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.member.access.Standing;
import io.switchboard.member.session.Browsers;
import io.switchboard.member.session.Sessions;
import io.switchboard.member.session.SignIn;
import io.switchboard.web.share.Around;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInPagesTest {
  private static final PersonId ALICE = new PersonId("sandbox:alice");
  private static final Person PERSON =
      new Person(ALICE, "Alice <b>", "alice", Locale.ENGLISH, Set.of());

  private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  private final Database database = TestDatabases.h2();
  private final Members members = new Members(database, time);
  private final Browsers browsers =
      new Browsers(
          new SignIn(database, time),
          new Sessions(database, time, members, person -> new Standing.Unknown()));
  private final Member alice = members.recognize(PERSON);
  private final WebServer server = serve();
  private final HttpClient client = HttpClient.newHttpClient();

  private WebServer serve() {
    Routes routes = new Routes();
    Assets assets = new Assets();
    new SignInPages(
            browsers,
            members,
            time,
            assets,
            start -> List.of(new Around.Onward("Telegram", "https://t.me/bot?start=" + start)))
        .on(routes);
    assets.on(routes);
    return WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
    database.close();
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    return client.send(request(path, cookie).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String cookie, String form, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        request(path, cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept-Language", "en");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  /** The cookie that an answer sets, as it is sent back. */
  private static String cookie(HttpResponse<?> response) {
    return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static String found(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return found.group(1);
  }

  @Test
  void aBrowserAsksAndTheLinkForItsCodeSignsItInAndNoOther() throws Exception {
    assertThat(get("/login", "").headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> asked = post("/login", "", "");
    String asking = cookie(asked);
    assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-")
        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Domain");
    String code = found("<code>/login ([A-Z0-9-]+)</code>", asked.body());
    assertThat(asked.body()).contains("https://t.me/bot?start=login-" + code.replace("-", ""));
    String token = ((SignIn.Offer.Link) browsers.signing().offer(alice.id(), PERSON, code)).token();

    HttpResponse<String> elsewhere = get("/login/" + token, "");
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertThat(elsewhere.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(post("/login/" + token, "", "").statusCode()).isEqualTo(404);

    HttpResponse<String> in = get("/login/" + token, asking);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains("/login");
    assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-switchboard=")
        .contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    assertThat(get("/login", cookie(in)).body()).contains("Alice &lt;b&gt;", "this one");
    assertThat(get("/login/" + token, asking).statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkFromTheChatIsUsedByAPressOnly() throws Exception {
    String token = browsers.signing().offer(alice.id(), PERSON);
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> page = get("/login/" + token, "");
      assertThat(page.body()).contains("Sign in as Alice &lt;b&gt;");
      assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }
    assertThat(post("/login/" + token, "", "", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(404);
    HttpResponse<String> in = post("/login/" + token, "", "", "Sec-Fetch-Site", "same-origin");
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(get("/login", cookie(in)).body()).contains("You are signed in as");
  }

  @Test
  void browsersAreSignedOutByFormsOfOursAlone() throws Exception {
    String one = cookie(post("/login/" + browsers.signing().offer(alice.id(), PERSON), "", ""));
    String two = cookie(post("/login/" + browsers.signing().offer(alice.id(), PERSON), "", ""));
    String page = get("/login", one).body();
    String proof = found("name=\"proof\" value=\"([0-9a-f]+)\"", page);
    long other = browsers.sessions().of(two.substring(two.indexOf('=') + 1)).orElseThrow().id();

    post("/login/end", one, "session=" + other);
    post("/login/end", one, "session=" + other + "&proof=0123");
    post("/login/end", one, "session=all&proof=" + proof, "Sec-Fetch-Site", "cross-site");
    String otherProof = found("name=\"proof\" value=\"([0-9a-f]+)\"", get("/login", two).body());
    post("/login/end", one, "session=all&proof=" + otherProof);
    assertThat(browsers.sessions().list(alice.id())).hasSize(2);

    post("/login/end", one, "session=" + other + "&proof=" + proof);
    assertThat(browsers.sessions().list(alice.id())).hasSize(1);
    assertThat(get("/login", two).body()).doesNotContain("You are signed in as");
    HttpResponse<String> out = post("/login/end", one, "session=all&proof=" + proof);
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(browsers.sessions().list(alice.id())).isEmpty();
  }

  @Test
  void guessingLinksIsThrottled() throws Exception {
    for (int i = 0; i < 31; i++) {
      get("/login/guess" + i, "");
    }
    assertThat(get("/login/guess", "").statusCode()).isEqualTo(429);
  }
}
