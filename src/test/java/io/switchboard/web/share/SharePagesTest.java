package io.switchboard.web.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.share.SharedCopy.SharedTurn;
import io.switchboard.share.read.Opened;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharePagesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Shelf shelf = new Shelf(0);

  @AfterEach
  void stop() {
    shelf.close();
    client.close();
  }

  @Test
  void aShareIsReadable() throws Exception {
    shelf.with("token", "A <title>", "Ada", false, new SharedTurn("What?", Rich.TEXT));
    HttpResponse<String> page = get("/s/token");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("A &lt;title&gt;", "Shared by", "Ada", "Ends in 6 days", "<strong>switchboard")
        .contains("<meta name=\"robots\" content=\"noindex")
        .contains("<h3 id=\"t1-a-1\" dir=\"auto\">How a call went</h3>")
        .contains("<div class=\"scroll\" tabindex=\"0\"><table dir=\"auto\">")
        .contains("language-java")
        .contains("<msqrt><mrow><mi>π</mi>", "class=\"contents\"", "href=\"#t1-a-1\"")
        .doesNotContain("<script>", "style=", "onclick");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void anonymousSharesNameNobody() throws Exception {
    shelf.with("token", "Title", null, false, new SharedTurn("What?", "That."));
    assertThat(get("/s/token").body()).contains("Shared anonymously");
    assertThat(get("/s/token.json").body()).contains("\"owner\" : null");
  }

  @Test
  void aPreviewSaysThatItIsOne() throws Exception {
    shelf.with("draft", "Title", null, true, new SharedTurn("What?", "That."));
    assertThat(get("/s/draft").body()).contains("Only you can see this page", "Not shared yet");
    shelf.with("live", "Title", null, false, new SharedTurn("What?", "That."));
    assertThat(get("/s/live").body()).doesNotContain("Only you can see this page");
  }

  @Test
  void downloadsAreTheWholeText() throws Exception {
    shelf.with(
        "token",
        "电话: \"x\"\r\nSet-Cookie: a=b",
        "Ada",
        false,
        new SharedTurn("What?", "**That.**"));
    HttpResponse<String> markdown = get("/s/token.md");
    assertThat(markdown.body()).contains("# 电话: \"x\" Set-Cookie: a=b\n", "What?", "**That.**");
    assertThat(markdown.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/markdown");
    assertThat(markdown.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"share.md\"; filename*=UTF-8''%E7%94%B5");
    assertThat(markdown.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> json = get("/s/token.json");
    assertThat(json.body()).contains("\"answer\" : \"**That.**\"", "2026-03-07T12:00:00Z");
  }

  @Test
  void whatIsNotThereLooksTheSameWhyeverItIsNot() throws Exception {
    shelf.with("revoked", "Title", null, false, new SharedTurn("What?", "That."));
    assertThat(get("/s/revoked").statusCode()).isEqualTo(200);
    shelf.without("revoked");
    Set<String> bodies = new HashSet<>();
    Set<Map<String, List<String>>> headers = new HashSet<>();
    for (String path :
        List.of(
            "/s/revoked",
            "/s/unknown",
            "/s/revoked.md",
            "/s/revoked.pdf",
            "/s/unknown.json",
            "/s/%3Cb%3E")) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).isEqualTo(404);
      bodies.add(page.body());
      Map<String, List<String>> all = new java.util.TreeMap<>(page.headers().map());
      all.remove("date");
      headers.add(all);
    }
    assertThat(bodies).hasSize(1);
    assertThat(headers).hasSize(1);
    assertThat(bodies.iterator().next()).contains("There is nothing here");
  }

  @Test
  void guessingIsThrottledAndReadingIsNot() throws Exception {
    shelf.with("good", "Title", null, false, new SharedTurn("What?", "That."));
    String first = get("/s/guess").body();
    HttpResponse<String> last = get("/s/guess");
    for (int i = 0; i < 40; i++) {
      last = get("/s/guess" + i);
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After")).contains("20");
    assertThat(last.body()).isEqualTo(first);
    assertThat(get("/s/good").statusCode()).isEqualTo(200);
  }

  @Test
  void thePageSpeaksTheReadersLanguage() throws Exception {
    shelf.with("token", "Title", null, false, new SharedTurn("What?", "That."));
    assertThat(get("/s/token", "ko-KR").body()).contains("<html lang=\"ko\">", "답변 복사");
    assertThat(get("/s/token", "zh-TW,en;q=0.5").body()).contains("<html lang=\"zh-Hant\">");
    assertThat(get("/s/token", "fr, zh-CN;q=0.5").body()).contains("<html lang=\"zh-Hans\">");
    assertThat(get("/s/token", "fr").body()).contains("<html lang=\"en\">");
    assertThat(get("/s/none", "ko").body()).contains("여기에는 아무것도 없어요");
  }

  @Test
  void theStartPageLeadsToTheSandbox() throws Exception {
    assertThat(get("/").body()).contains("<h1>Switchboard</h1>", "href=\"/sandbox\"");
  }

  @Test
  void whatGoesWrongIsSaidInTheReadersLanguageToPeople() throws Exception {
    HttpResponse<String> page = navigate("/nothing/here", "ko");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<html lang=\"ko\">", "여기에는 페이지가 없어요", "noindex");
    assertThat(page.body()).doesNotContain("nothing");
    assertThat(navigate("/diagram/", "en").body()).contains("There is no page here");
    assertThat(navigate("/nothing", "zh-TW").body()).contains("這裡沒有頁面");
    assertThat(post("/oembed", "").statusCode()).isEqualTo(405);
    assertThat(get("/nothing").body()).contains("<h1>Not found</h1>");
  }

  /** As a browser goes there. */
  private HttpResponse<String> navigate(String path, String language) throws Exception {
    return client.send(
        HttpRequest.newBuilder(shelf.at(path))
            .header("Accept-Language", language)
            .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void everyFileThatAPageNamesIsThere() throws Exception {
    shelf.with("token", "Title", null, false, new SharedTurn("What?", "That."));
    List<String> files =
        java.util.regex.Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
            .matcher(get("/s/token").body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(files).hasSizeGreaterThan(3);
    for (String file : files) {
      HttpResponse<String> answer = get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }
    assertThat(get("/assets/0000000000000000/page.css").statusCode()).isEqualTo(404);
  }

  @Test
  void aKeptPageIsCountedAndNeverOld() throws Exception {
    shelf.with("token", "First", null, false, new SharedTurn("What?", "That."));
    assertThat(get("/s/token").body()).contains("First");
    assertThat(shelf.seen()).isZero();
    assertThat(get("/s/token").body()).contains("First");
    assertThat(get("/s/token", "ko").body()).contains("First", "lang=\"ko\"");
    assertThat(get("/s/token", "ko").body()).contains("First", "lang=\"ko\"");
    assertThat(shelf.seen()).isEqualTo(2);
    shelf.with("token", "Second", null, false, new SharedTurn("What?", "That."));
    assertThat(get("/s/token").body()).contains("Second").doesNotContain("First");
    shelf.without("token");
    assertThat(get("/s/token").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-Agent|Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
        "User-Agent|TelegramBot (like TwitterBot)",
        "User-Agent|Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "User-Agent|WhatsApp/2.23.20.0",
        "User-Agent|facebookexternalhit/1.1;line-poker/1.0",
        "User-Agent|facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/",
        "Sec-Purpose|prefetch;prerender",
        "Purpose|prefetch",
      })
  void whoOnlyLooksAheadIsNoReader(String header, String value) throws Exception {
    shelf.with("token", "First", null, false, new SharedTurn("What?", "That."));
    for (int i = 0; i < 3; i++) {
      HttpRequest.Builder request = HttpRequest.newBuilder(shelf.at("/s/token"));
      HttpResponse<String> page =
          client.send(request.header(header, value).build(), BodyHandlers.ofString());
      assertThat(page.body()).contains("First");
      client.send(request.HEAD().build(), BodyHandlers.ofString());
    }
    assertThat(shelf.seen()).isZero();
    String phone = "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Mobile Safari";
    client.send(
        HttpRequest.newBuilder(shelf.at("/s/token")).header("User-Agent", phone).build(),
        BodyHandlers.ofString());
    assertThat(shelf.seen()).isEqualTo(1);
  }

  @Test
  void theButtonOfAPageThatIsNotThereLeadsToTheSignIn() throws Exception {
    String page = get("/s/unknown").body();
    String action = page.replaceAll("(?s).*<form method=\"post\" action=\"([^\"]+)\".*", "$1");
    HttpResponse<String> asked = post("/s/unknown" + action, "");
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(asked.headers().firstValue("Location")).contains("/login");
  }

  @Test
  void chatsAreToldWhatALinkShows() throws Exception {
    shelf.with("token", "A \"title\"", null, false, new SharedTurn("What?", "The *first* lines."));
    String page = get("/s/token").body();
    assertThat(page)
        .contains("<meta property=\"og:title\" content=\"A &#34;title&#34;\">")
        .contains("<meta property=\"og:description\" content=\"The first lines.\">")
        .contains("<meta property=\"og:url\" content=\"" + shelf.at("/s/token") + "\">")
        .contains("https://t.me/bot?start=import-token", "/import " + shelf.at("/s/token"));
    String oembed = "/oembed?format=json&url=" + shelf.at("/s/token");
    assertThat(get(oembed).body()).contains("\"title\":\"A \\\"title\\\"\"", "\"type\":\"link\"");
    assertThat(get("/oembed?url=" + shelf.at("/s/nothing")).statusCode()).isEqualTo(404);
    assertThat(get("/oembed?url=https://example.org/s/token").statusCode()).isEqualTo(404);
    assertThat(get("/oembed?format=xml&url=x").statusCode()).isEqualTo(501);
    shelf.with("draft", "Secret", null, true, new SharedTurn("What?", "That."));
    assertThat(get("/s/draft").body()).doesNotContain("og:", "oembed", "t.me");
    assertThat(get("/oembed?url=" + shelf.at("/s/draft")).statusCode()).isEqualTo(404);
  }

  @Test
  void aGateShowsNothingAndLetsIn() throws Exception {
    shelf.withGate("locked", new Opened.Gate(true, false));
    String gate = get("/s/locked").body();
    assertThat(gate).contains("type=\"password\"", "action=\"/s/locked\"").doesNotContain("og:");
    assertThat(get("/s/locked.md").body()).contains("type=\"password\"");
    assertThat(get("/s/locked.pdf").body()).contains("type=\"password\"");
    HttpResponse<String> wrong = post("/s/locked", "password=wrong");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("That is not the password.");
    HttpResponse<String> right = post("/s/locked", "password=sesame+%26+more");
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(right.headers().firstValue("Location")).contains("/s/inside");
    assertThat(right.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(post("/s/unknown", "").body()).isEqualTo(get("/s/unknown").body());
    shelf.withGate("once", new Opened.Gate(false, true));
    assertThat(get("/s/once").body()).contains("only so often").doesNotContain("type=\"password\"");
    assertThat(post("/s/once", "").statusCode()).isEqualTo(303);
  }

  @Test
  void variantsAreShown() throws Exception {
    shelf.with(
        "token", "T", null, false, new SharedTurn("What?", "This.", List.of("**That.**", "So.")));
    assertThat(get("/s/token").body())
        .contains("Another answer", "<strong>That.</strong>", "<p>So.</p>");
    assertThat(get("/s/token.md").body()).contains("## Another answer\n\n**That.**\n");
    assertThat(get("/s/token.json").body()).contains("\"variants\" : [ \"**That.**\", \"So.\" ]");
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return client.send(
        HttpRequest.newBuilder(shelf.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(path, "en");
  }

  private HttpResponse<String> get(String path, String language) throws Exception {
    return client.send(
        HttpRequest.newBuilder(shelf.at(path)).header("Accept-Language", language).build(),
        BodyHandlers.ofString());
  }
}
