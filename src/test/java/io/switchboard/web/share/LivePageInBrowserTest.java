package io.switchboard.web.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.switchboard.share.SharedCopy.SharedTurn;
import io.switchboard.web.Shot;
import io.switchboard.web.TestBrowser;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivePageInBrowserTest {
  private final Shelf shelf = new Shelf(0);

  @AfterEach
  void stop() {
    shelf.close();
  }

  private void whole(String answer) {
    shelf.with("x", "A <title>", null, false, new SharedTurn("What?", answer));
    shelf.growing("x", null);
  }

  @Test
  void itGrowsAndBecomesTheShare() {
    shelf.growing("x", "");
    try (TestBrowser browser = TestBrowser.start()) {
      Page page = browser.open(shelf.at("").toString(), "/s/x");
      assertThat(page.locator("h1").textContent()).isEqualTo("A <title>");
      shelf.growing("x", "First **part**\n\nand");
      page.waitForSelector(".answer strong");
      page.evaluate("() => { document.querySelector('.answer strong').dataset.same = 'yes'; }");
      shelf.growing("x", "First **part**\n\nand more <script>window.pwned=1</script>\n\n- one");
      page.waitForSelector(".answer li");
      assertThat(page.locator(".answer strong[data-same]").count()).isEqualTo(1);
      assertThat(page.locator(".answer p").nth(1).textContent()).contains("<script>");
      assertThat(page.evaluate("() => window.pwned")).isNull();
      Shot.of(page, "live-growing");
      whole("First **part**\n\nand more. Done.");
      page.waitForSelector(".foot");
      assertThat(page.locator(".growing").count()).isZero();
      assertThat(page.locator(".answer").textContent()).contains("Done.");
      assertThat(browser.wrong()).isEmpty();
    }
  }

  @Test
  void withoutScriptsItIsReadAgain() {
    shelf.growing("x", "So **far**");
    try (TestBrowser browser = TestBrowser.start()) {
      Page page =
          browser.open(
              shelf.at("").toString(),
              "/s/x",
              new Browser.NewContextOptions().setJavaScriptEnabled(false));
      assertThat(page.locator(".answer strong").textContent()).isEqualTo("far");
      whole("So far. Done.");
      page.waitForSelector(".foot");
      assertThat(page.locator(".answer").textContent()).contains("Done.");
      assertThat(browser.wrong()).isEmpty();
    }
  }

  @Test
  void onlyWhatGrowsIsFollowedAndNotByTooMany() throws Exception {
    shelf.growing("x", "So far");
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(get(client, "/s/nothing/events").statusCode()).isEqualTo(404);
      List<HttpResponse<InputStream>> open = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        HttpResponse<InputStream> stream =
            client.send(request("/s/x/events"), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        open.add(stream);
      }
      HttpResponse<String> refused = get(client, "/s/x/events");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      whole("Done.");
      String told = "";
      for (HttpResponse<InputStream> stream : open) {
        told = new String(stream.body().readAllBytes(), StandardCharsets.UTF_8);
      }
      assertThat(told).contains("event: answer").contains("event: done");
      assertThat(get(client, "/s/x/events").statusCode()).isEqualTo(204);
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(shelf.at(path).toString())).build();
  }

  private HttpResponse<String> get(HttpClient client, String path) throws Exception {
    return client.send(request(path), BodyHandlers.ofString());
  }
}
