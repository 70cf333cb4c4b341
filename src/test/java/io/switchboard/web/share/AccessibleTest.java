package io.switchboard.web.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.share.SharedCopy.SharedTurn;
import io.switchboard.share.read.Opened;
import io.switchboard.web.Axe;
import io.switchboard.web.Shot;
import io.switchboard.web.TestBrowser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, in light and dark, on a phone and a desktop: axe finds nothing. */
class AccessibleTest {
  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 360", "LIGHT, 768"})
  void nothingIsFound(ColorScheme scheme, int width) throws Exception {
    try (TestBrowser browser = TestBrowser.start();
        Shelf shelf = new Shelf(0)) {
      shelf.with(
          "share",
          "What is a switchboard, and why did people love it?",
          "Ada",
          false,
          new SharedTurn("What is a switchboard?", Rich.TEXT, List.of("A **board** of switches.")),
          new SharedTurn("And in Korean?", "전화 교환대입니다."));
      shelf.with("draft", "电话总机是什么？", null, true, new SharedTurn("电话总机是什么？", Rich.TEXT));
      shelf.with(
          "rtl", "ما هي لوحة التبديل؟", null, false, new SharedTurn("ما هي؟", "لوحة **التبديل**"));
      shelf.withGate("gate", new Opened.Gate(true, true));
      for (String path :
          List.of("/s/share", "/s/draft", "/s/rtl", "/s/gate", "/s/missing", "/", "/nothing")) {
        Page page =
            browser.open(
                shelf.at("").toString(),
                path,
                new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setBypassCSP(true)
                    .setColorScheme(scheme));
        assertThat(Axe.findings(page)).as(path).isEmpty();
        Shot.of(page, path.replaceAll("/(s/)?", "page-") + "-" + scheme + "-" + width);
        page.context().close();
      }
    }
  }
}
