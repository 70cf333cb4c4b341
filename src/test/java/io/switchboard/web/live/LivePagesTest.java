package io.switchboard.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.web.TestBrowser;
import io.switchboard.web.live.GrowingAnswers.State;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivePagesTest {
  private static final String TOKEN = "a".repeat(24);

  /** One answer that grows as the test says. */
  private static final class One implements GrowingAnswers {
    final List<Consumer<State>> watching = new CopyOnWriteArrayList<>();
    volatile State state = new State("A <title>", "What?", "", null);

    @Override
    public Optional<State> now(String token) {
      return token.equals(TOKEN) ? Optional.of(state) : Optional.empty();
    }

    @Override
    public AutoCloseable watch(String token, Consumer<State> told) {
      watching.add(told);
      return () -> watching.remove(told);
    }

    void say(String answer, String share) {
      state = new State("A <title>", "What?", answer, share);
      watching.forEach(told -> told.accept(state));
    }
  }

  private final One one = new One();
  private final WebServer server = start();

  private WebServer start() {
    Routes routes = new Routes();
    Assets assets = new Assets();
    new LivePages(one, InstantSource.fixed(Instant.EPOCH), assets).on(routes);
    routes.get("/s/{token}", request -> Response.html("<title>shared</title>"));
    assets.on(routes);
    return WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void itGrowsAndBecomesTheShare() {
    try (TestBrowser browser = TestBrowser.start()) {
      Page page = browser.open(server.address().toString(), "/live/" + TOKEN);
      assertThat(page.locator("h1").textContent()).isEqualTo("A <title>");
      one.say("First **part**\n\nand", null);
      page.waitForSelector(".answer strong");
      one.say("First **part**\n\nand more <script>window.pwned=1</script>\n\n- one", null);
      page.waitForSelector(".answer li");
      assertThat(page.locator(".answer p").nth(1).textContent()).contains("<script>");
      assertThat(page.evaluate("() => window.pwned")).isNull();
      one.say("First **part**\n\nand more. Done.", "/s/share");
      page.waitForURL("**/s/share");
      assertThat(browser.wrong()).isEmpty();
    }
  }

  @Test
  void withoutScriptsItIsReadAgain() {
    one.say("So **far**", null);
    try (TestBrowser browser = TestBrowser.start()) {
      Page page =
          browser.open(
              server.address().toString(),
              "/live/" + TOKEN,
              new Browser.NewContextOptions().setJavaScriptEnabled(false));
      assertThat(page.locator(".answer strong").textContent()).isEqualTo("far");
      one.say("So far. Done.", "/s/share");
      page.waitForURL("**/s/share");
    }
  }

  @Test
  void whatIsNotThereIsMissingAndWhatIsWholeIsTheShare() throws Exception {
    assertThat(get("/live/" + "b".repeat(24)).statusCode()).isEqualTo(404);
    assertThat(get("/live/" + "b".repeat(24) + "/events").statusCode()).isEqualTo(404);
    assertThat(get("/live/short").body()).contains("There is nothing here");
    one.say("Done.", "/s/share");
    assertThat(get("/live/" + TOKEN).headers().firstValue("Location")).contains("/s/share");
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
          BodyHandlers.ofString());
    }
  }
}
