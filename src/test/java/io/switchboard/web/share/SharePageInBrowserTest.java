package io.switchboard.web.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.share.SharedCopy.SharedTurn;
import io.switchboard.web.Hostile;
import io.switchboard.web.Shot;
import io.switchboard.web.TestBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharePageInBrowserTest {
  private TestBrowser browser;
  private Shelf shelf;

  @BeforeEach
  void start() {
    browser = TestBrowser.start();
    shelf = new Shelf(0);
  }

  @AfterEach
  void stop() {
    if (shelf != null) {
      shelf.close();
      browser.close();
    }
  }

  @Test
  void hostileTextIsOnlyText() {
    String all = Hostile.all();
    shelf.with(
        "x", all.replace('\n', ' '), all.replace('\n', ' '), false, new SharedTurn(all, all));
    Page page = browser.open(shelf.at("").toString(), "/s/x");
    WhatActs.nothingIn(page, 1);
    assertThat(page.url()).isEqualTo(shelf.at("/s/x").toString());
    assertThat(page.innerText(".answer")).contains("<script>window.pwned=1</script>");
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void nothingOverflowsOnAPhone() {
    shelf.with(
        "x", "A".repeat(190), "B".repeat(100), false, new SharedTurn("C".repeat(500), Rich.TEXT));
    Page page =
        browser.open(
            shelf.at("").toString(),
            "/s/x",
            new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setColorScheme(ColorScheme.DARK));
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    assertThat(
            page.evaluate(
                "() => { const t = document.querySelector('.scroll');"
                    + " return t.scrollWidth > t.clientWidth; }"))
        .isEqualTo(true);
    Shot.of(page, "share-phone-dark");
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void codeIsColouredAndCopied() {
    shelf.with("x", "Title", null, false, new SharedTurn("What?", Rich.TEXT));
    Page page = browser.open(shelf.at("").toString(), "/s/x");
    assertThat(page.locator(".hljs-keyword").count()).isPositive();
    page.locator(".code .copy").first().click();
    assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
        .startsWith("/** Fair")
        .endsWith("}");
    page.locator(".tools .copy:not(.listen)").click();
    assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(Rich.TEXT);
    assertThat(page.context().cookies()).isEmpty();
    page.waitForSelector("iframe.drawn");
    assertThat(page.frames().get(1).locator("svg .node").count()).isEqualTo(4);
    Shot.of(page, "share-desktop-light");
    assertThat(browser.wrong()).isEmpty();
  }

  /** The voices are the browser's own, and one without a screen has none. */
  @Test
  void anAnswerIsReadAloudInItsLanguageUntilItIsStopped() {
    String answer = "第一段。\n\n```java\nint mute;\n```\n\n- 第二段。\n\n第三段。";
    shelf.with("x", "Title", null, false, new SharedTurn("What?", answer));
    Page page = browser.open(shelf.at("").toString(), "/s/x");
    page.evaluate(
        "() => { window.said = []; Object.defineProperty(window, 'speechSynthesis', {value: {"
            + "speak(u) { said.push(u.text + '/' + u.lang); window.spoken = u.onend; },"
            + " cancel() {}}}); }");
    var listen = page.locator(".tools .listen");
    listen.click();
    assertThat(listen.getAttribute("aria-pressed")).isEqualTo("true");
    page.evaluate("() => spoken()");
    assertThat(page.evaluate("() => said.join()")).isEqualTo("第一段。/zh-Hans,第二段。/zh-Hans");
    listen.click();
    assertThat(listen.getAttribute("aria-pressed")).isEqualTo("false");
    page.evaluate("() => spoken()");
    assertThat(page.evaluate("() => said.length")).isEqualTo(2);
    listen.click();
    page.evaluate("() => { spoken(); spoken(); spoken(); }");
    assertThat(listen.getAttribute("aria-pressed")).as("at the end").isEqualTo("false");
    assertThat(page.evaluate("() => said.slice(2).join()").toString())
        .isEqualTo("第一段。/zh-Hans,第二段。/zh-Hans,第三段。/zh-Hans");
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void withoutScriptsAllIsThere() {
    shelf.with("x", "Title", null, false, new SharedTurn("What?", Rich.TEXT));
    Page page =
        browser.open(
            shelf.at("").toString(),
            "/s/x",
            new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator("pre code").first().innerText()).contains("record Claim");
    assertThat(page.locator(".prose table tr").count()).isEqualTo(3);
    assertThat(page.locator(".copy").count()).isZero();
    assertThat(browser.wrong()).isEmpty();
  }

  @Test
  void rightToLeftTextStandsOnTheRight() {
    String arabic = "لوحة **التبديل**\n\n- واحد\n\n> اقتباس\n\n```java\nint x;\n```";
    shelf.with("x", "ما هي لوحة التبديل؟", null, false, new SharedTurn("ما هي؟", arabic));
    Page page = browser.open(shelf.at("").toString(), "/s/x");
    assertThat(
            page.evaluate(
                "() => ['h1', '.prose ul', '.prose blockquote', '.prose pre'].map("
                    + "s => getComputedStyle(document.querySelector(s)).direction).join()"))
        .isEqualTo("rtl,rtl,rtl,ltr");
  }
}
