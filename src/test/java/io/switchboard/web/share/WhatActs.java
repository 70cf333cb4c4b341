package io.switchboard.web.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** Finds what acts in a page that should hold text only. */
final class WhatActs {
  private static final String FOUND =
      "() => [...document.querySelectorAll('.prose *, h1 *, .facts *, .contents *')].filter(e =>"
          + " !e.closest('.copy') &&"
          + " (/^(script|img|svg|iframe|object|embed|form|input|button|select"
          + "|style|link|meta|base|video|audio|template|marquee|body|x)$/i.test(e.tagName) ||"
          + " [...e.attributes].some(a => /^on/i.test(a.name) || a.name === 'name' || a.name ==="
          + " 'style' || a.name === 'src' || a.name === 'action' || a.name === 'id' &&"
          + " !/^(t\\d+(-[aq]-\\d+)?|contents)$/.test(a.value)) || e.href &&"
          + " !/^(https?|mailto):/i.test(e.href))).map(e => e.outerHTML)";

  private WhatActs() {}

  /** Hovers, opens, looks: nothing is there that acts, and the page is as it was meant. */
  static void nothingIn(Page page, int turns) {
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
    page.evaluate(
        "() => document.querySelectorAll('.prose *, h1').forEach(e => ['mouseover', 'focus',"
            + " 'pointerenter', 'toggle', 'animationstart'].forEach(t => e.dispatchEvent("
            + "new Event(t, {bubbles: true}))))");
    page.waitForTimeout(150);
    assertThat(page.evaluate("() => window.pwned")).isNull();
    assertThat((List<?>) page.evaluate(FOUND)).isEmpty();
    assertThat(page.locator("body > .sheet > main > .turn").count()).isEqualTo(turns);
    assertThat(page.locator(".turn > .answer > .prose").count()).isEqualTo(turns);
    assertThat(page.locator("body > .sheet > footer.foot").count()).isEqualTo(1);
    assertThat(page.locator("body > *").count()).isEqualTo(3);
    assertThat(
            page.evaluate(
                "() => [...document.querySelectorAll('.prose *')].filter(e =>"
                    + " getComputedStyle(e).position === 'fixed').length"))
        .isEqualTo(0);
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }
}
