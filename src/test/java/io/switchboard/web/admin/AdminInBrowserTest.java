package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.Members;
import io.switchboard.web.Axe;
import io.switchboard.web.Hostile;
import io.switchboard.web.Shot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard in a real browser, with the whole program behind it. */
class AdminInBrowserTest extends AtTheBoard {
  private static final String SETTINGS =
      """
      limits: {default: {requests: [30/hour, 200/day], tokens: [20000/day], running: 1}}
      community: {enabled: true, channels: ["sandbox-channel:community"], approval: true}
      """;

  @Override
  String settings() {
    return SETTINGS;
  }

  @Override
  void prepare(Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("db");
    try (Database database = TestDatabases.open(url)) {
      Members members = new Members(database, InstantSource.system());
      int number = 1;
      for (String text : Hostile.texts()) {
        members.recognize(
            new Person(new PersonId("discord:" + number++), text, text, Locale.ENGLISH, Set.of()));
      }
    }
  }

  /** Something to decide that is wider than a phone. */
  @Override
  void begin() {
    board.say("chloe", "table");
    board.awaitChat("chloe", "Try again");
    board.say("chloe", "/share");
    board.press("chloe", "Share, and post in the community");
    board.awaitChat("chloe", "The staff looks at it");
  }

  private static Browser.NewContextOptions wide() {
    return new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-US");
  }

  @Test
  void aNewcomerComesFromTheSandboxWithOnePress() {
    Page sandbox = browser.open(board.home(), "/sandbox");
    sandbox.locator("#who label").first().waitFor();
    Shot.of(sandbox, "sandbox-with-dashboard");
    Page page = sandbox.context().waitForPage(() -> sandbox.locator("#dashboard").click());
    page.locator("h1").waitFor();
    assertThat(page.url()).isEqualTo(board.home() + "/admin");
    assertThat(page.locator(".me").innerText()).contains("Owner", "Ada");
  }

  @Test
  void theQueueIsSeenMovingAndAQuestionIsCancelled() {
    Page page = signedIn(wide());
    page.navigate(board.home() + "/admin");
    page.locator(".pulse.on").waitFor();
    board.say("chloe", "slow");
    board.say("chloe", "slow again");
    Locator runs = page.locator("#part-queue .row.runs");
    runs.first().waitFor();
    assertThat(runs.innerText()).contains("Chloé", "in private · Sandbox", "Answered by demo");
    page.locator("#part-queue .row.waits").first().waitFor();
    Shot.of(page, "admin-overview");
    page.locator("#part-queue .row.waits button").focus();
    page.keyboard().press("Enter");
    page.locator("#note:not(:empty)").waitFor();
    assertThat(page.locator("#note").innerText()).contains("one question is no longer answered");
    board.awaitChat("chloe", "An admin ended this question");
    page.locator("#part-queue .row.waits")
        .first()
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    page.locator("#part-accounts button", new Page.LocatorOptions().setHasText("Switch off"))
        .click();
    page.locator("#part-accounts .chip.off").waitFor();
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void aLimitIsChangedInPlaceAndTakenBack() {
    Page page = signedIn(wide());
    page.navigate(board.home() + "/admin/members?q=ben");
    page.locator(".change summary").click();
    page.getByLabel("New limit").fill("5/day");
    page.getByLabel("New limit").press("Enter");
    page.locator("#note:not(:empty)").waitFor();
    assertThat(page.locator("#note").innerText()).contains("is now 5 questions per day");
    assertThat(page.locator(".uses").innerText()).contains("0 of 5 questions per day");
    assertThat(page.locator(".change").getAttribute("open")).isNotNull();
    Shot.of(page, "admin-members");
    page.navigate(board.home() + "/admin/audit");
    page.locator("button", new Page.LocatorOptions().setHasText("Undo")).first().click();
    page.locator("#note:not(:empty)").waitFor();
    Shot.of(page, "admin-audit");
    page.navigate(board.home() + "/admin/members?q=ben");
    assertThat(page.locator(".uses").innerText()).contains("0 of 200 questions per day");
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void allIsThereWithoutScripts() {
    Page page = signedIn(wide().setJavaScriptEnabled(false));
    page.navigate(board.home() + "/admin/members?q=minjun");
    page.locator(".change summary").click();
    page.getByLabel("New limit").fill("7/day");
    page.locator(".act", new Page.LocatorOptions().setHasText("New limit"))
        .locator("button")
        .click();
    assertThat(page.url()).contains("/admin/members?q=minjun&note=");
    assertThat(page.locator("#note").innerText()).contains("7 questions per day");
    page.navigate(board.home() + "/admin");
    assertThat(page.locator("#pulse").innerText()).isEqualTo("Reload");
    assertThat(page.locator("#part-queue").innerText()).contains("Nobody waits");
  }

  @Test
  void hostileNamesAreOnlyNames() {
    Page page = signedIn(wide());
    for (String path :
        List.of(
            "/admin/members",
            "/admin/members/2",
            "/admin/audit",
            "/admin/members?q=%3Cscript%3Ewindow.pwned=1%3C/script%3E%22%20onfocus=window.pwned=1")) {
      page.navigate(board.home() + path);
      page.evaluate(
          "() => document.querySelectorAll('main *').forEach(e => ['mouseover', 'focus', 'toggle']"
              + ".forEach(t => e.dispatchEvent(new Event(t, {bubbles: true}))))");
      assertThat(page.evaluate("() => window.pwned")).as(path).isNull();
      assertThat(
              page.locator("main :is(script, img, iframe, object, embed, style, link, base, svg a)")
                  .count())
          .isZero();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
    assertThat(browser.wrong()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, en-US", "DARK, 390, ko-KR"})
  void everybodyCanReadIt(ColorScheme scheme, int width, String locale) {
    Page page =
        signedIn(
            new Browser.NewContextOptions()
                .setViewportSize(width, 850)
                .setColorScheme(scheme)
                .setLocale(locale)
                .setBypassCSP(true));
    for (String path :
        List.of(
            "/admin",
            "/admin/members",
            "/admin/members/1",
            "/admin/posts",
            "/admin/shares",
            "/admin/statistics",
            "/admin/statistics?by=members",
            "/admin/logs",
            "/admin/audit")) {
      page.navigate(board.home() + path);
      if (page.locator("details.change").count() > 0) {
        page.locator("details.change summary").first().click();
      }
      assertThat(Axe.findings(page)).as(path).isEmpty();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
          .as(path)
          .isEqualTo(true);
      Shot.of(page, "admin" + path.replaceAll("[/?=]", "-") + "-" + locale + "-" + width);
    }
  }
}
