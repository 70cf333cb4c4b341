package io.switchboard.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
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
import io.switchboard.web.Axe;
import io.switchboard.web.Shot;
import io.switchboard.web.TestBrowser;
import io.switchboard.web.share.Around;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signing in, in a real Chromium, without TLS on this very machine: there browsers take the cookies
 * that elsewhere need TLS, by either of its names.
 */
class SignInInBrowserTest {
  private static final Person PERSON =
      new Person(new PersonId("sandbox:alice"), "Alice", "alice", Locale.ENGLISH, Set.of());

  private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  private final Database database = TestDatabases.h2();
  private final Members members = new Members(database, time);
  private final Browsers browsers =
      new Browsers(
          new SignIn(database, time),
          new Sessions(database, time, members, person -> new Standing.Unknown()));
  private final Member alice = members.recognize(PERSON);
  private final WebServer server = serve();

  private WebServer serve() {
    Routes routes = new Routes();
    Assets assets = new Assets();
    new SignInPages(
            browsers,
            members,
            time,
            assets,
            start ->
                List.of(
                    new Around.Onward("Telegram", "https://t.me/bot?start=" + start),
                    new Around.Onward("Discord", "https://discord.com/users/1")))
        .on(routes);
    assets.on(routes);
    return WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes);
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, LIGHT, 1280, en-US",
    "localhost, DARK, 360, ko",
    "127.0.0.1, LIGHT, 360, zh-TW",
    "localhost, DARK, 1280, zh-CN",
  })
  void aBrowserIsSignedInAndOut(String host, ColorScheme scheme, int width, String language) {
    try (TestBrowser browser = TestBrowser.start()) {
      String home = "http://" + host + ":" + server.address().getPort();
      Page page =
          browser.open(
              home,
              "/login",
              new Browser.NewContextOptions()
                  .setViewportSize(width, 800)
                  .setBypassCSP(true)
                  .setLocale(language)
                  .setColorScheme(scheme));
      look(page, "asking", scheme, width);
      page.locator("button").click();
      String code = page.innerText(".code code").replace("/login ", "");
      look(page, "code", scheme, width);
      SignIn.Offer offer = browsers.signing().offer(alice.id(), PERSON, code);
      page.navigate(home + "/login/" + ((SignIn.Offer.Link) offer).token());
      assertThat(page.url()).isEqualTo(home + "/login");
      assertThat(page.locator("form").count()).as("who is signed in has a list").isEqualTo(2);
      assertThat(page.context().cookies())
          .filteredOn(cookie -> cookie.name.equals("__Host-switchboard"))
          .singleElement()
          .satisfies(
              cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.secure).isTrue();
              });
      look(page, "account", scheme, width);
      page.locator("button").last().click();
      assertThat(page.context().cookies())
          .extracting((Cookie cookie) -> cookie.name)
          .doesNotContain("__Host-switchboard");
      page.navigate(home + "/login/" + browsers.signing().offer(alice.id(), PERSON));
      look(page, "confirm", scheme, width);
      page.locator("button").click();
      assertThat(page.locator("form").count()).isEqualTo(2);
      page.navigate(home + "/login/nothing");
      look(page, "gone", scheme, width);
      assertThat(browser.wrong())
          .allMatch(line -> line.contains("404"), "only what is gone is missing");
    }
  }

  private static void look(Page page, String step, ColorScheme scheme, int width) {
    assertThat(Axe.findings(page)).as(step).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as(step)
        .isEqualTo(true);
    Shot.of(page, "sign-in-" + step + scheme + width);
  }
}
