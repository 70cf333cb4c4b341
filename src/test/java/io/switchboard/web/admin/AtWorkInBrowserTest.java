package io.switchboard.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.switchboard.web.Shot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dashboard under the hands of somebody who writes while things happen. */
class AtWorkInBrowserTest extends AtTheBoard {
  @Override
  String settings() {
    return "limits: {default: {requests: [30/hour], running: 1}}";
  }

  private Page signedIn() {
    return signedIn(new Browser.NewContextOptions().setViewportSize(390, 800).setLocale("en-US"));
  }

  @Test
  void whatIsWrongIsSaidBesideItsFieldAndNothingWrittenIsLost() {
    Page page = signedIn();
    page.navigate(board.home() + "/admin/members?q=chlo");
    page.locator(".change summary").click();
    Locator boost = page.getByLabel("More for a time");
    Locator limit = page.getByLabel("New limit");
    boost.fill("7 for");
    limit.fill("fifty");
    limit.press("Enter");
    page.locator(".act .beside").waitFor();
    assertThat(page.locator(".act .beside").innerText()).contains("fifty");
    assertThat(limit.inputValue()).isEqualTo("fifty");
    assertThat(limit.evaluate("e => e === document.activeElement")).isEqualTo(true);
    assertThat(limit.getAttribute("aria-describedby")).isEqualTo("beside");
    assertThat(boost.inputValue()).isEqualTo("7 for");
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    Shot.of(page, "admin-beside");
    limit.fill("5/day");
    limit.press("Enter");
    page.locator("#note", new Page.LocatorOptions().setHasText("5 questions per day")).waitFor();
    assertThat(page.locator(".beside").count()).isZero();
    assertThat(limit.inputValue()).isEmpty();
    assertThat(boost.inputValue()).isEqualTo("7 for");
  }

  @Test
  void whoIsSignedOutLosesNothingTheyWrote() {
    Page page =
        board.signedIn(
            browser,
            board.signIn("ada"),
            new Browser.NewContextOptions().setViewportSize(390, 800).setLocale("en-US"));
    page.navigate(board.home() + "/admin/members?q=xiao");
    page.locator(".change summary").click();
    Locator limit = page.getByLabel("New limit");
    limit.fill("6/day");
    page.context().clearCookies();
    limit.press("Enter");
    page.locator("#note", new Page.LocatorOptions().setHasText("not signed in any more")).waitFor();
    assertThat(limit.inputValue()).isEqualTo("6/day");
    assertThat(page.locator("#note a").getAttribute("target")).isEqualTo("_blank");
    Shot.of(page, "admin-signed-out");

    String again = board.signIn("ada");
    board.signIn(page.context(), again);
    limit.press("Enter");
    page.locator("#note", new Page.LocatorOptions().setHasText("6 questions per day")).waitFor();
    assertThat(board.audit(again)).doesNotContain("foreign form");
    page.context().close();
  }

  @Test
  void whatChangesTakesTheFocusFromNobody() {
    Page page = signedIn();
    page.navigate(board.home() + "/admin");
    page.locator(".pulse.on").waitFor();
    Locator off = page.locator("#part-accounts [data-key^=account-]").first();
    off.focus();
    String key = off.getAttribute("data-key");
    changed(page, "part-accounts", "chloe");
    assertThat(page.evaluate("() => document.activeElement.dataset.key")).isEqualTo(key);

    page.locator("#part-accounts .change summary").first().click();
    Locator weight = page.locator("#part-accounts .change input[name=more]").first();
    weight.fill("3");
    changed(page, "part-today", "ben");
    assertThat(weight.inputValue()).isEqualTo("3");
    assertThat(weight.evaluate("e => e === document.activeElement")).isEqualTo(true);
  }

  /** Somebody asks, and the part shows it. */
  private void changed(Page page, String part, String who) {
    Object before = page.evaluate("id => document.getElementById(id).innerText", part);
    board.say(who, "one more");
    page.waitForFunction(
        "([id, before]) => document.getElementById(id).innerText !== before",
        List.of(part, before));
  }

  @Test
  void aConnectionThatIsLostIsToldAndComesBack() {
    Page page = signedIn();
    for (boolean refused : new boolean[] {false, true}) {
      page.route(
          "**/admin/live",
          route -> {
            if (refused) {
              route.fulfill(new Route.FulfillOptions().setStatus(503));
            } else {
              route.abort();
            }
          });
      page.navigate(board.home() + "/admin");
      page.locator("#pulse", new Page.LocatorOptions().setHasText("Connection lost")).waitFor();
      page.unroute("**/admin/live");
      page.locator(".pulse.on", new Page.LocatorOptions().setHasText("Live")).waitFor();
    }
  }
}
