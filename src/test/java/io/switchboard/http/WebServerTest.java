package io.switchboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger listeners = new AtomicInteger();
  private WebServer server;
  private Events stream;

  @BeforeEach
  void start() {
    Routes routes =
        new Routes()
            .get("/hello/{name}.txt", r -> Response.text("text/plain", "file " + r.param("name")))
            .get("/hello/{name}", r -> Response.html("<p>" + r.param("name")))
            .get("/long", r -> Response.html("a".repeat(100_000)))
            .get("/network", r -> Response.text("text/plain", r.network() + " " + r.local()))
            .get("/language", r -> Response.text("text/plain", r.languages().toString()))
            .get(
                "/broken",
                r -> {
                  throw new IllegalStateException("the inside shows");
                })
            .get(
                "/overflows",
                r -> {
                  throw new StackOverflowError("the inside shows");
                })
            .post("/echo", r -> Response.text("text/plain", r.body(100)))
            .get(
                "/live",
                r ->
                    Response.events(
                        events -> {
                          stream = events;
                          listeners.incrementAndGet();
                          return listeners::decrementAndGet;
                        }));
    server = WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void pathsHaveParams() throws Exception {
    assertThat(get("/hello/Ada").body()).isEqualTo("<p>Ada");
    assertThat(get("/hello/a%2Fb%20+c").body()).isEqualTo("<p>a/b +c");
    assertThat(get("/hello/Ada.txt").body()).isEqualTo("file Ada");
    assertThat(raw("GET /hello/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
    assertThat(get("/hello/a/b").statusCode()).isEqualTo(404);
  }

  @Test
  void everyAnswerIsStrict() throws Exception {
    for (String path : new String[] {"/hello/Ada", "/nothing", "/broken", "/overflows"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Permissions-Policy")).isPresent();
      assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void behindTlsItIsSaidToStaySo() {
    assertThat(SecurityHeaders.of(new WebSettings("127.0.0.1", 0, "https://chat.example.org/")))
        .containsKey("Strict-Transport-Security");
  }

  @Test
  void errorsArePlainPagesThatShowNothing() throws Exception {
    HttpResponse<String> missing = get("/no/such/%3Cscript%3E");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(get("/nothing").body()).contains("<h1>Not found</h1>").doesNotContain("nothing");
    for (String path : new String[] {"/broken", "/overflows"}) {
      HttpResponse<String> broken = get(path);
      assertThat(broken.statusCode()).isEqualTo(500);
      assertThat(broken.body()).contains("not your fault").doesNotContain("inside", "Exception");
    }
    HttpResponse<String> wrong = post("/hello/Ada", "x");
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void aPageForAnErrorThatFailsItselfIsReplacedByAPlainOne() throws Exception {
    Routes overflowing =
        new Routes()
            .otherwise(
                (request, status, why) -> {
                  throw new StackOverflowError("the inside shows");
                });
    try (WebServer other = WebServer.start(new WebSettings("127.0.0.1", 0, ""), overflowing)) {
      URI nowhere = URI.create(other.address() + "/nowhere");
      HttpResponse<String> missing =
          client.send(HttpRequest.newBuilder(nowhere).build(), BodyHandlers.ofString());
      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(missing.body()).contains("<h1>Not found</h1>");
    }
  }

  @Test
  void headIsGetWithoutABody() throws Exception {
    HttpResponse<String> head =
        client.send(
            HttpRequest.newBuilder(uri("/hello/Ada"))
                .method("HEAD", BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).contains("6");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void longTextIsCompressed() throws Exception {
    HttpResponse<InputStream> zipped =
        client.send(
            HttpRequest.newBuilder(uri("/long")).header("Accept-Encoding", "gzip").build(),
            BodyHandlers.ofInputStream());
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(new GZIPInputStream(zipped.body()).readAllBytes()).hasSize(100_000);
    assertThat(get("/long").headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(get("/long").body()).hasSize(100_000);
  }

  @Test
  void bodiesAreBounded() throws Exception {
    assertThat(post("/echo", "héllo").body()).isEqualTo("héllo");
    assertThat(post("/echo", "a".repeat(101)).statusCode()).isEqualTo(413);
    HttpResponse<String> chunked =
        client.send(
            HttpRequest.newBuilder(uri("/echo"))
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[5000])))
                .build(),
            BodyHandlers.ofString());
    assertThat(chunked.statusCode()).isEqualTo(413);
  }

  @Test
  void garbageGetsAShortRefusal() throws Exception {
    assertThat(raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("NONSENSE");
    assertThat(raw("GET /hello HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400").contains("nosniff");
    String longHead = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n";
    String longPath = "GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    assertThat(raw(longHead)).doesNotContain("200 OK").doesNotContain("aaaa");
    assertThat(raw(longPath)).doesNotContain("200 OK").doesNotContain("aaaa");
  }

  @Test
  void localIsNobodyElse() throws Exception {
    String here = server.address().getAuthority();
    assertThat(raw("GET /network HTTP/1.1\r\nHost: " + here + "\r\nConnection: close\r\n\r\n"))
        .endsWith("127.0.0.1 true");
    assertThat(raw("GET /network HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
        .endsWith("127.0.0.1 true");
    assertThat(raw("GET /network HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .endsWith("127.0.0.1 false");
    assertThat(
            raw(
                "GET /network HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "X-Forwarded-For: 1.2.3.4, 2001:db8:1:2:3::4\r\n\r\n"))
        .endsWith("20010db800010002/64 false");
    // Some proxies add a line of their own below what the client pretends.
    assertThat(
            raw(
                "GET /network HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-For: 5.6.7.8\r\n\r\n"))
        .endsWith("5.6.7.8 false");
  }

  @Test
  void languagesComeInTheReadersOrder() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/language"))
                .header("Accept-Language", "en;q=0.5, ko-KR, zh-Hant-TW;q=0.8, *;q=0.1")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.body()).startsWith("[ko_KR, zh_TW_#Hant").endsWith("en]");
  }

  @Test
  void liveEventsArriveAndEndWithTheClient() throws Exception {
    try (Socket socket = open("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      await().until(() -> stream != null);
      stream.send("news", "one\ntwo");
      StringBuilder read = new StringBuilder();
      while (read.indexOf("data: two") < 0) {
        read.append((char) socket.getInputStream().read());
      }
      assertThat(read).contains("text/event-stream", ": hello", "event: news\ndata: one\n");
      assertThat(listeners).hasValue(1);
    }
    await()
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> {
              stream.send("news", "anybody?");
              return listeners.get() == 0;
            });
  }

  @Test
  void aClientThatDoesNotReadIsLetGo() throws Exception {
    try (Socket socket = open("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      await().until(() -> stream != null);
      String much = "x".repeat(10_000);
      await()
          .atMost(Duration.ofMinutes(4))
          .until(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  stream.send("news", much);
                }
                return listeners.get() == 0;
              });
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void stoppingEndsLiveStreams() throws Exception {
    try (Socket socket = open("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      await().until(() -> stream != null);
      long begin = System.nanoTime();
      server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
      assertThat(listeners).hasValue(0);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(server.address() + path);
  }

  private Socket open(String request) throws Exception {
    Socket socket = new Socket("127.0.0.1", server.address().getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private String raw(String request) throws Exception {
    try (Socket socket = open(request)) {
      socket.setSoTimeout(5_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.SocketException reset) {
      return "HTTP/1.1 4 reset";
    }
  }
}
