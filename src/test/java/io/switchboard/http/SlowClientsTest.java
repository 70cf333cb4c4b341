package io.switchboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.http.arrival.Arrivals;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever sends a byte now and then does not keep others waiting for ever. */
class SlowClientsTest {
  private final List<Socket> sockets = new ArrayList<>();
  private final List<WebServer> servers = new ArrayList<>();
  private final WebServer server = server(Duration.ofMillis(500));

  private WebServer server(Duration patience) {
    WebServer started =
        WebServer.start(
            new WebSettings("127.0.0.1", 0, ""),
            new Routes()
                .get("/hello", request -> Response.text("text/plain", "hello"))
                .post("/brought", request -> Response.text("text/plain", request.body(1 << 20))),
            (method, route, status, nanos) -> {},
            new Arrivals.Bounds(patience, 10));
    servers.add(started);
    return started;
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    servers.forEach(WebServer::close);
  }

  @Test
  void aHeadThatNeverEndsIsNotWaitedFor() throws Exception {
    Socket slow = connect();
    write(slow, "GET /hello HTTP/1.1\r\nHost: a\r\nX: ");
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> ended(slow));
  }

  @Test
  void betweenTwoRequestsTheTimeBeginsAnew() throws Exception {
    Socket patient = connect(server(Duration.ofSeconds(6)));
    for (int i = 0; i < 6; i++) {
      write(patient, "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
      InputStream in = patient.getInputStream();
      StringBuilder answer = new StringBuilder();
      while (!answer.toString().endsWith("hello")) {
        int c = in.read();
        assertThat(c).as("after %s", answer).isNotNegative();
        answer.append((char) c);
      }
      await().during(Duration.ofMillis(1500)).until(() -> true);
    }
  }

  @Test
  void allConnectionsHeldBySlowOnesAreFreeAgainSoon() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      write(connect(), "GET /hello HTTP/1.1\r\nHost: a");
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address() + "/hello"))
              .timeout(Duration.ofMinutes(4))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("hello");
    }
  }

  @Test
  void aBodyThatNeverEndsIsNotWaitedFor() throws Exception {
    Socket slow = connect();
    write(slow, "POST /brought HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n{");
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> ended(slow));
  }

  private Socket connect() throws IOException {
    return connect(server);
  }

  private Socket connect(WebServer to) throws IOException {
    Socket socket = new Socket(to.address().getHost(), to.address().getPort());
    sockets.add(socket);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Goes on sending; whether the other side has had enough. */
  private static boolean ended(Socket socket) {
    try {
      write(socket, "x");
      return false;
    } catch (IOException closed) {
      return true;
    }
  }
}
