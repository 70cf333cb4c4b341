package io.switchboard.web.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.switchboard.share.SharedCopy.SharedTurn;
import io.switchboard.web.TestBrowser;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known attacks as question, answer, code, title and name, opened in a real browser. */
class HostileCollectionsTest {
  private static final int A_PAGE = 60;
  private static final String LAST_CODE =
      "() => [...document.querySelectorAll('.turn')].map(t => {"
          + " const c = [...t.querySelectorAll('.answer .prose > .code code')].pop();"
          + " return c ? c.textContent : null; })";

  @ParameterizedTest
  @CsvSource({"dompurify.json, 350", "owasp.json, 120"})
  void areOnlyText(String collection, int atLeast) throws Exception {
    List<String> payloads = read(collection);
    assertThat(payloads).hasSizeGreaterThan(atLeast);
    try (TestBrowser browser = TestBrowser.start();
        Shelf shelf = new Shelf(0)) {
      for (int i = 0; i < payloads.size(); i += A_PAGE) {
        List<String> some = payloads.subList(i, Math.min(payloads.size(), i + A_PAGE));
        String line = String.join(" ", some).replaceAll("[\\p{Cntrl}]+", " ");
        shelf.with("x", line, line, false, turns(some));
        try (Page page = browser.open(shelf.at("").toString(), "/s/x")) {
          WhatActs.nothingIn(page, some.size());
          assertThat(seen(page.title())).isEqualTo(seen(line));
          assertThat(seen(page.locator("h1").textContent())).isEqualTo(seen(line));
          assertThat(seen(page.locator(".facts b").textContent())).isEqualTo(seen(line));
          List<?> code = (List<?>) page.evaluate(LAST_CODE);
          for (int n = 0; n < some.size(); n++) {
            // Where the attack leaves something open in Markdown, the code behind it is within
            // that.
            if (code.get(n) != null) {
              assertThat(seen(code.get(n).toString())).isEqualTo(seen(some.get(n)));
            }
          }
        }
        assertThat(browser.wrong()).as(some.toString()).isEmpty();
      }
    }
  }

  private static SharedTurn[] turns(List<String> payloads) {
    List<SharedTurn> turns = new ArrayList<>();
    for (String one : payloads) {
      String quoted = "> " + one.replace("\n", "\n> ");
      String cell = one.replace("\n", " ").replace("|", "\\|");
      String link =
          "[x](" + one.replace("\n", "") + ") ![" + one.replace("\n", "") + "](" + one + ")";
      String all =
          one
              + "\n\n"
              + quoted
              + "\n\n| a |\n|---|\n| "
              + cell
              + " |\n\n"
              + link
              + "\n\n$"
              + cell
              + "$\n\n~~~~~~~~~~\n"
              + one
              + "\n~~~~~~~~~~\n";
      turns.add(new SharedTurn(one, all));
    }
    return turns.toArray(SharedTurn[]::new);
  }

  /** Without what nobody sees: blanks, and signs that a page may not hold. */
  private static String seen(String text) {
    return text.replaceAll("[\\p{C}\\p{Z}\\s\\ufffd]+", "");
  }

  private static List<String> read(String collection) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            HostileCollectionsTest.class.getResourceAsStream("/hostile/" + collection))) {
      return List.of(new ObjectMapper().readValue(in, String[].class));
    }
  }
}
