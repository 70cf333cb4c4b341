package io.switchboard.web.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.community.gallery.Wall;
import io.switchboard.db.TestDatabases;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.share.Published;
import io.switchboard.web.Axe;
import io.switchboard.web.Hostile;
import io.switchboard.web.Shot;
import io.switchboard.web.TestBrowser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gallery's page, over HTTP and in a real browser. */
class GalleryPagesTest {
  /** What sticks out of its post, or out of the page. */
  private static final String OUTSIDE =
      """
      () => [...document.querySelectorAll(".post *, .choices a, .post")].filter(part => {
        const box = part.getBoundingClientRect();
        const post = (part.closest(".post") ?? document.body).getBoundingClientRect();
        return box.left < post.left - 1 || box.right > post.right + 1 || box.right > innerWidth;
      }).map(part => part.className + " " + part.textContent.slice(0, 20))
      """;

  private final Wall wall = new Wall(TestDatabases.h2());
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server = serve();

  private WebServer serve() {
    Routes routes = new Routes();
    Assets assets = new Assets();
    new GalleryPages(wall.gallery, wall.time, assets).on(routes);
    assets.on(routes);
    return WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    wall.close();
  }

  private void some() {
    wall.post(
        "What is a switchboard, and why did people love it?",
        "A board of switches **connects** one line to another.",
        "history",
        "Machine Learning");
    wall.post("电话总机是什么？", "电话总机把一条线路接到另一条线路上。", "历史");
    wall.post("ما هي لوحة التبديل؟", "تصل لوحة التبديل خطًا بآخر.");
    Published.Live korean = wall.post("교환대는 무엇인가요?", "두 사람을 이어 줍니다.", "history");
    wall.like(korean.id(), 12);
    Published.Live named = wall.post("x".repeat(180), "y".repeat(400));
    wall.sharing.own().sign(named.id(), wall.ada, true);
  }

  /** As long as titles become, in scripts that put no spaces between words. */
  private void longest() {
    called("总机把一条线路接到另一条线路上".repeat(7).substring(0, 100), "总机。".repeat(100), "历史");
    called("교환대는두사람을이어줍니다".repeat(9).substring(0, 100), "이어 줍니다. ".repeat(60));
    called("👩‍👩‍👧‍👦🏳️‍🌈🧑🏽‍🚀".repeat(7), "🎉".repeat(300), "🎉".repeat(20));
    called("交換台とは何ですか、Switchboardとは？".repeat(4), "電話をつなぎます。", "電話".repeat(30));
    Published.Live named = wall.post("لوحة التبديل ".repeat(14), "خط ".repeat(200));
    wall.sharing.own().sign(named.id(), wall.ada, true);
  }

  /** Its author gave it that title; those made of questions are shorter. */
  private void called(String title, String answer, String... tags) {
    wall.sharing.own().rename(wall.post("?", answer, tags).id(), wall.ada, title);
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1280, zh-CN",
    "DARK, 1280, en",
    "LIGHT, 390, ko",
    "DARK, 390, zh-TW",
  })
  void theLongestTitlesStayWithinTheirPosts(ColorScheme scheme, int width, String language) {
    longest();
    try (TestBrowser browser = TestBrowser.start()) {
      Page page = open(browser, "/gallery", scheme, width, language);
      assertThat(Axe.findings(page)).isEmpty();
      assertThat(page.evaluate(OUTSIDE)).isEqualTo(List.of());
      Shot.of(page, "gallery-longest-" + scheme + "-" + width);
      assertThat(browser.wrong()).isEmpty();
    }
  }

  @Test
  void postsAreThereForEverybody() throws Exception {
    some();
    HttpResponse<String> page = get("/gallery", "en");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("What is a switchboard", "connects one line", "12 likes", "Ends in 7 days")
        .contains("<meta name=\"robots\" content=\"noindex", "Shared by <b dir=\"auto\">Ada</b>")
        .contains("<h2 lang=\"zh-Hans\">", "href=\"/gallery?tag=Machine+Learning\"")
        .doesNotContain("<script", "style=");
    assertThat(page.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(get("/gallery?sort=liked", "en").body().split("class=\"post\"", 3)[1])
        .contains("교환대는");
    assertThat(get("/gallery?q=%E6%80%BB%E6%9C%BA", "ko").body())
        .contains("电话总机", "<html lang=\"ko\">", "최신순")
        .doesNotContain("switchboard,");
    assertThat(get("/gallery?tag=history", "en").body())
        .contains("switchboard,", "교환대는")
        .doesNotContain("电话总机是");
    assertThat(get("/gallery?q=nothing+like+it", "en").body()).contains("Nothing was found");
    assertThat(get("/gallery?page=7", "en").statusCode()).isEqualTo(200);
    assertThat(get("/gallery?page=-1&sort=x&q=%00%ff", "en").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesAreTurned() throws Exception {
    for (int i = 1; i <= 21; i++) {
      wall.post("Cats, part " + i, "Answer");
    }
    String first = get("/gallery?q=cats", "en").body();
    assertThat(first).contains("part 21", "href=\"/gallery?q=cats&amp;page=2\"").contains("Page 1");
    assertThat(first).doesNotContain("part 1<");
    assertThat(get("/gallery?q=cats&page=2", "en").body())
        .contains("part 1<", "href=\"/gallery?q=cats\"")
        .doesNotContain("part 2<", "page=3");
  }

  @Test
  void whatIsSwitchedOffIsNotThere() throws Exception {
    some();
    wall.on = false;
    HttpResponse<String> off = get("/gallery?q=cats", "en");
    assertThat(off.statusCode()).isEqualTo(404);
    assertThat(off.body()).isEqualTo(get("/nothing/there", "en").body());
  }

  @Test
  void lookingTooOftenIsPutOff() throws Exception {
    HttpResponse<String> last = get("/gallery", "en");
    for (int i = 0; i < 125 && last.statusCode() == 200; i++) {
      last = get("/gallery", "en");
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, en", "DARK, 1280, zh-CN", "LIGHT, 360, ko", "DARK, 360, en"})
  void itIsForEverybodyEverywhere(ColorScheme scheme, int width, String language) {
    some();
    try (TestBrowser browser = TestBrowser.start()) {
      for (String path :
          new String[] {"/gallery", "/gallery?q=switch&tag=history", "/gallery?q=zzz"}) {
        Page page = open(browser, path, scheme, width, language);
        assertThat(Axe.findings(page)).as(path).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
        Shot.of(page, "gallery" + path.replaceAll("\\W+", "-") + scheme + "-" + width);
      }
      assertThat(browser.wrong()).isEmpty();
    }
  }

  private Page open(
      TestBrowser browser, String path, ColorScheme scheme, int width, String language) {
    return browser.open(
        server.address().toString(),
        path,
        new Browser.NewContextOptions()
            .setViewportSize(width, 800)
            .setBypassCSP(true)
            .setLocale(language)
            .setColorScheme(scheme));
  }

  @Test
  void hostileTextIsOnlyText() {
    String all = Hostile.all();
    Published.Live live = wall.post(all, all, "\"><script>window.pwned=1</script>", "<b>");
    wall.sharing.own().rename(live.id(), wall.ada, "<img src=x onerror=window.pwned=1>");
    try (TestBrowser browser = TestBrowser.start()) {
      Page page =
          browser.open(
              server.address().toString(),
              "/gallery?q=%22%3E%3Cscript%3Ewindow.pwned%3D1%3C/script%3E&tag=%22%3E%3Cb%3E");
      assertThat(page.locator("script").count()).isZero();
      page.navigate(server.address() + "/gallery");
      assertThat(page.evaluate("() => window.pwned")).isNull();
      assertThat(page.locator(".post").count()).isEqualTo(1);
      assertThat(page.innerText(".post h2")).contains("<img src=x");
      assertThat(browser.wrong()).isEmpty();
    }
  }

  private HttpResponse<String> get(String path, String language) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Accept-Language", language)
            .build(),
        BodyHandlers.ofString());
  }
}
