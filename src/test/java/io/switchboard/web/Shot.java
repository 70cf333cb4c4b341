package io.switchboard.web;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * What a page looks like, for people: {@code -Dshots=true} leaves it in {@code target/screenshots}.
 * Drawing costs more than most that is tested of a page, and no test looks.
 */
public final class Shot {
  private Shot() {}

  /** All of the page, as far as it can be scrolled. */
  public static void of(Page page, String name) {
    if (Boolean.getBoolean("shots")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screenshots", name + ".png")));
    }
  }
}
