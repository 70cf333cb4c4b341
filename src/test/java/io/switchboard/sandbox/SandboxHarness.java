package io.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.chat.Destination;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.markup.Document;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox, and what its API is asked in tests. */
abstract class SandboxHarness {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Destination CHANNEL = Destination.in(SandboxPlaces.DISCORD);

  final HttpClient client = HttpClient.newHttpClient();
  final Database database = freshDatabase();
  final SandboxPlatform platform =
      new SandboxPlatform(database, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));
  final EchoInbox echo = new EchoInbox(platform, Duration.ZERO);
  WebServer server;

  Database freshDatabase() {
    return TestDatabases.h2();
  }

  @BeforeEach
  void start() {
    Routes routes = new Routes();
    Assets assets = new Assets();
    new Sandbox(platform, echo, new SandboxScene(SandboxDemo::menu, "demo", true))
        .on(routes, assets);
    assets.on(routes);
    server = WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
    database.close();
  }

  static Reply plain(String text) {
    return Reply.of(Document.plain(text));
  }

  static String delivered(Delivery delivery) {
    return ((Delivery.Delivered) delivery).message().value();
  }

  static Map<String, String> with(Map<String, String> map, String... more) {
    Map<String, String> all = new HashMap<>(map);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  String say(String as, String place, String text) throws Exception {
    HttpResponse<String> said = post("messages", Map.of("as", as, "place", place, "text", text));
    assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
    return JSON.readTree(said.body()).path("id").asText();
  }

  HttpResponse<String> press(String as, String message, String action) throws Exception {
    return post("presses", Map.of("as", as, "message", message, "action", action));
  }

  List<JsonNode> messages(String as, String place) throws Exception {
    String path = URLEncoder.encode(place, StandardCharsets.UTF_8);
    List<JsonNode> all = new ArrayList<>();
    JSON.readTree(get("places/" + path + "/messages?as=" + as).body()).forEach(all::add);
    return all;
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
    return send(uri(path), JSON.writeValueAsString(body));
  }

  HttpResponse<String> send(URI uri, String json) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  URI uri(String path) {
    return URI.create(server.address() + "/sandbox/api/" + path);
  }

  String raw(String headers, String body) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
      String request =
          "POST /sandbox/api/messages HTTP/1.1\r\nConnection: close\r\n"
              + headers
              + "\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
