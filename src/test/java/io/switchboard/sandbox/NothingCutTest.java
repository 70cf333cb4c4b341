package io.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.switchboard.web.Shot;
import io.switchboard.web.TestBrowser;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every text of the page's own is there, and none ends in the middle, in any language and on any
 * screen.
 */
class NothingCutTest extends SandboxHarness {
  private static final List<Integer> WIDTHS = List.of(360, 390, 768, 1280);

  /** Those that are cut, and hints that do not fit into their field. */
  private static final String CUT =
      """
      () => {
        const cut = [];
        for (const e of document.querySelectorAll("body *")) {
          const style = getComputedStyle(e);
          if (!e.checkVisibility() || e.tagName === "TEXTAREA") continue;
          const hides = style.overflowX === "hidden" || style.textOverflow === "ellipsis";
          if (hides && e.textContent.trim() && e.scrollWidth > e.clientWidth + 1) {
            cut.push(e.className + ": " + e.textContent);
          }
        }
        for (const field of document.querySelectorAll("textarea")) {
          if (!field.checkVisibility()) continue;
          if (field.scrollWidth > field.clientWidth || field.scrollHeight > field.clientHeight + 1) {
            cut.push("hint: " + field.placeholder);
          }
          const style = getComputedStyle(field);
          const pen = document.createElement("canvas").getContext("2d");
          pen.font = style.font;
          const room = field.clientWidth - parseFloat(style.paddingLeft)
            - parseFloat(style.paddingRight);
          const lines = Math.ceil(pen.measureText(field.placeholder).width / room);
          const high = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom)
            + lines * parseFloat(style.lineHeight);
          if (!field.value && field.clientHeight < high - 1) cut.push("hint too low: " + field.placeholder);
        }
        for (const key of document.body.innerText.match(/\\b[a-z]+\\.[a-z.]+\\b/g) || []) {
          cut.push("a key: " + key);
        }
        if (document.documentElement.scrollWidth > innerWidth) cut.push("the page scrolls");
        return cut;
      }
      """;

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

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "zh-CN", "zh-TW", "ko-KR"})
  void onNoScreen(String language) {
    for (int width : WIDTHS) {
      Page page =
          browser.open(
              server.address().toString(),
              "/sandbox",
              new Browser.NewContextOptions().setViewportSize(width, 844).setLocale(language));
      page.locator(".composer textarea:visible").first().waitFor();
      Shot.of(page, "sandbox-" + width + "-" + language);
      assertThat((List<?>) page.evaluate(CUT)).as(width + " " + language).isEmpty();
      page.locator(".composer textarea:visible").first().fill("/");
      page.locator(".menu button:visible").first().waitFor();
      assertThat((List<?>) page.evaluate(CUT)).as("menu, " + width + " " + language).isEmpty();
      page.context().close();
    }
  }
}
