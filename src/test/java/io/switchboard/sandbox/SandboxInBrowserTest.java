package io.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.post.Post;
import io.switchboard.markup.Markdown;
import io.switchboard.web.Hostile;
import io.switchboard.web.Shot;
import io.switchboard.web.TestBrowser;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page itself, in a real browser. */
class SandboxInBrowserTest extends SandboxHarness {
  private TestBrowser browser;

  @BeforeEach
  void open() {
    browser = TestBrowser.start();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void oneAsksAndIsAnsweredAndSharesIntoTheCommunity() {
    Page page = browser.open(server.address().toString(), "/sandbox");
    page.locator(".discord .chips button").nth(2).click();
    page.locator(".discord .msg.bot .hljs-keyword").first().waitFor();
    page.locator(".discord .msg.bot .scroll table").waitFor();
    Shot.of(page, "sandbox-desktop-light");
    page.locator(".discord textarea").fill("/sh");
    page.locator(".discord .menu button").first().waitFor();
    page.locator(".discord textarea").press("Enter");
    page.locator(".discord textarea").press("Enter");
    Locator personal = page.locator(".discord .msg.personal");
    assertThat(personal.locator(".only").innerText()).isEqualTo("Only you can see this");
    personal.locator(".keys button", new Locator.LocatorOptions().setHasText("7 days")).click();
    page.locator(".discord .room i").waitFor();
    page.locator(".discord .room", new Page.LocatorOptions().setHasText("community")).click();
    assertThat(page.locator(".discord .msg .title").innerText())
        .isEqualTo("What is a switchboard?");
    assertThat(page.locator(".discord .composer").isVisible()).isFalse();
    likedByTwoAndTakenBackByOne(page);
    assertThat(browser.wrong()).isEmpty();
  }

  private void likedByTwoAndTakenBackByOne(Page page) {
    page.locator(".discord .like[aria-pressed=false]").click();
    page.locator(".discord .like[aria-pressed=true]:has-text('1')").waitFor();
    Page other = browser.open(server.address().toString(), "/sandbox");
    other.locator("#who label").nth(1).click();
    other.locator(".discord .room", new Page.LocatorOptions().setHasText("community")).click();
    other.locator(".discord .like[aria-pressed=false]:has-text('1')").click();
    other.locator(".discord .like[aria-pressed=true]:has-text('2')").waitFor();
    page.locator(".discord .like[aria-pressed=true]:has-text('2')").waitFor();
    assertThat(page.locator(".discord .like").getAttribute("title")).isEqualTo("Ada, Ben");
    page.locator(".discord .like").press("Enter");
    page.locator(".discord .like[aria-pressed=false]:has-text('1'):focus").waitFor();
  }

  @Test
  void othersSeeTheGroupButNotThePrivateChat() {
    Page page = browser.open(server.address().toString(), "/sandbox");
    page.locator(".telegram textarea").fill("a secret");
    page.locator(".telegram textarea").press("Enter");
    page.locator(".discord textarea").fill("hello all");
    page.locator(".discord textarea").press("Enter");
    page.locator(".telegram .msg.bot .keys button").first().waitFor();
    Page other = browser.open(server.address().toString(), "/sandbox");
    other.locator("#who label").nth(1).click();
    other.locator(".discord .msg").waitFor();
    assertThat(other.locator(".discord .msg .body").innerText()).isEqualTo("hello all");
    assertThat(other.locator(".telegram .msg").count()).isZero();
    page.locator(".discord textarea").fill("and live");
    page.locator(".discord textarea").press("Enter");
    other.locator(".discord .msg").nth(1).waitFor();
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void aFileIsShownToSaveUnderItsMessage() throws Exception {
    Upload file = Upload.document("talk.md", "text/markdown", new byte[] {'a'});
    platform.upload(CHANNEL, file, plain("saved"), "f");
    say("ada", "sandbox:discord", "and after it");
    Page page = browser.open(server.address().toString(), "/sandbox");
    page.locator(".discord .msg").nth(1).waitFor();
    assertThat(page.locator(".discord .msg.bot").first().innerText()).contains("talk.md");
    assertThat(page.locator(".discord .msg.bot a svg").count()).isEqualTo(1);
    assertThat(page.locator("#toast").isVisible()).isFalse();
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void onAPhoneThePlacesAreTabs() {
    Page page =
        browser.open(
            server.address().toString(),
            "/sandbox",
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setColorScheme(ColorScheme.DARK)
                .setLocale("ko-KR"));
    page.locator("#tabs button").nth(3).click();
    page.locator(".telegram .chips button").first().click();
    page.locator(".telegram .msg.bot .keys button").nth(1).waitFor();
    assertThat(page.locator(".discord").isVisible()).isFalse();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    Shot.of(page, "sandbox-phone-dark");
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void hostileTextIsOnlyText() throws Exception {
    for (String text : Hostile.texts()) {
      say("ada", "sandbox:private/ada", text);
    }
    int part = 0;
    for (var document : platform.cut(Markdown.parse(Hostile.all()))) {
      assertThat(platform.send(CHANNEL, Reply.of(document), "n" + part++))
          .isInstanceOf(Delivery.Delivered.class);
    }
    platform.post(
        "sandbox-channel:community",
        new Post(Hostile.texts().getFirst(), plain("b"), List.of()),
        "n");
    Page page = browser.open(server.address().toString(), "/sandbox");
    page.locator(".discord .msg").first().waitFor();
    page.locator(".telegram .msg").first().waitFor();
    page.evaluate(
        "() => document.querySelectorAll('.msg *').forEach(e => e.dispatchEvent("
            + "new MouseEvent('mouseover', {bubbles: true})))");
    page.locator(".discord .room", new Page.LocatorOptions().setHasText("community")).click();
    page.locator(".discord .msg .title").waitFor();
    page.waitForTimeout(300);
    assertThat(page.evaluate("() => window.pwned")).isNull();
    assertThat(
            page.evaluate(
                "() => document.querySelectorAll('.body :is(script, img, iframe, form, style,"
                    + " input, object, embed, link, base, meta)').length"))
        .isEqualTo(0);
    assertThat(browser.wrong()).isEmpty();
  }
}
