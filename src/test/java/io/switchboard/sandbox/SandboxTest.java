package io.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.chat.Button;
import io.switchboard.chat.ButtonPress;
import io.switchboard.chat.Delivery;
import io.switchboard.chat.Destination;
import io.switchboard.chat.IncomingCommand;
import io.switchboard.chat.IncomingMessage;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.Reply;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Destination CHANNEL = Destination.in(SandboxPlaces.DISCORD);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Database database = TestDatabases.h2();
  private final SandboxPlatform platform =
      new SandboxPlatform(database, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));
  private final EchoInbox echo = new EchoInbox(platform, Duration.ZERO);
  private WebServer server;

  @BeforeEach
  void start() {
    Routes routes = new Routes();
    Assets assets = new Assets();
    new Sandbox(platform, echo, new SandboxScene(SandboxDemo.menu(), "demo", true))
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

  @Test
  void aQuestionInPrivateIsAnsweredThere() throws Exception {
    say("ada", "sandbox:private/ada", "hello there");
    await()
        .untilAsserted(
            () -> {
              List<JsonNode> chat = messages("ada", "sandbox:private/ada");
              assertThat(chat).hasSize(2);
              assertThat(chat.getFirst().path("text").asText()).isEqualTo("hello there");
              assertThat(chat.getLast().path("html").asText())
                  .contains("<strong>hello there</strong>");
              assertThat(chat.getLast().path("bot").asBoolean()).isTrue();
              assertThat(chat.getLast().path("buttons").path(0).path(1).path("label").asText())
                  .isEqualTo("Share");
            });
    IncomingMessage heard = (IncomingMessage) echo.heard.peek();
    assertThat(heard.addressed()).isTrue();
    assertThat(heard.origin().place().kind()).isEqualTo(Place.Kind.PRIVATE);
    assertThat(heard.origin().sender().name()).isEqualTo("Ada");
    assertThat(heard.origin().key()).startsWith("sandbox:");
  }

  @Test
  void inAGroupTheBotIsMeantWhenNamedOrAnswered() throws Exception {
    say("ben", "sandbox:telegram", "just talking to @chloe");
    say("ben", "sandbox:telegram", "@switchboard, what about @chloe?");
    await().until(() -> messages("ben", "sandbox:telegram").size() == 3);
    String answer = messages("ben", "sandbox:telegram").getLast().path("id").asText();
    post(
        "messages",
        Map.of("as", "ben", "place", "sandbox:telegram", "text", "and?", "replyTo", answer));
    await().until(() -> echo.heard.size() == 3);
    List<IncomingMessage> heard =
        echo.heard.stream().map(incoming -> (IncomingMessage) incoming).toList();
    assertThat(heard).extracting(IncomingMessage::addressed).containsExactly(false, true, true);
    assertThat(heard.get(0).text()).isEqualTo("just talking to sandbox:chloe");
    assertThat(heard.get(1).text()).isEqualTo("what about sandbox:chloe?");
    assertThat(heard.get(2).repliesTo()).isEqualTo(new MessageId(answer));
  }

  @Test
  void commandsAreUnderstoodEverywhere() throws Exception {
    say("ada", "sandbox:discord", "/limit set @ben 50/day");
    say("ada", "sandbox:telegram", "/ask@switchboard  What is\nthis?");
    say("ada", "sandbox:private/ada", "@switchboard /HELP");
    await().until(() -> echo.heard.size() == 3);
    List<IncomingCommand> heard =
        echo.heard.stream().map(incoming -> (IncomingCommand) incoming).toList();
    assertThat(heard).extracting(IncomingCommand::name).containsExactly("limit", "ask", "help");
    assertThat(heard)
        .extracting(IncomingCommand::arguments)
        .containsExactly("set sandbox:ben 50/day", "What is\nthis?", "");
  }

  @Test
  void thesameKeyTwiceIsOneMessageAndOneEvent() throws Exception {
    Map<String, String> once =
        Map.of("as", "ada", "place", "sandbox:private/ada", "text", "once", "key", "k1");
    String first = post("messages", once).body();
    assertThat(post("messages", once).body()).isEqualTo(first);
    await().until(() -> messages("ada", "sandbox:private/ada").size() == 2);
    assertThat(echo.heard).hasSize(1);
    assertThat(post("messages", with(once, "as", "ben", "place", "sandbox:telegram")).statusCode())
        .isEqualTo(200);
    assertThat(messages("ben", "sandbox:telegram")).hasSize(1);
  }

  @Test
  void whatTheInboxDidNotTakeIsGivenAgain() {
    SandboxInbox full =
        new SandboxInbox(
            platform,
            incoming -> {
              throw new IllegalStateException("the disk is full");
            });
    var ada = SandboxPeople.named("ada").orElseThrow();
    var place = SandboxPlaces.seenBy(ada, SandboxPlaces.TELEGRAM).orElseThrow();
    try {
      full.write(ada, place, "@switchboard hello", null, "k");
    } catch (IllegalStateException expected) {
      assertThat(echo.heard).isEmpty();
    }
    SandboxInbox again = new SandboxInbox(platform, echo);
    again.giveAgain();
    again.giveAgain();
    assertThat(echo.heard)
        .singleElement()
        .satisfies(e -> assertThat(e.origin().key()).isEqualTo("sandbox:ada/k"));
  }

  @Test
  void pressesReachTheInboxOnlyIfTheButtonIsThere() throws Exception {
    Reply reply =
        Reply.of(Document.plain("Sure?")).with(List.of(List.of(new Button.Press("Yes", "yes:1"))));
    String id = delivered(platform.send(CHANNEL, reply, "n1"));
    assertThat(press("ben", id, "yes:1").statusCode()).isEqualTo(204);
    assertThat(press("ben", id, "no:1").statusCode()).isEqualTo(409);
    assertThat(press("ben", "sandbox:999", "yes:1").statusCode()).isEqualTo(404);
    ButtonPress heard = (ButtonPress) echo.heard.peek();
    assertThat(heard.message().value()).isEqualTo(id);
    assertThat(heard.action()).isEqualTo("yes:1");
  }

  @Test
  void personalRepliesAndPrivateChatsAreSeenByTheirPersonAlone() throws Exception {
    say("ben", "sandbox:discord", "/usage");
    await().until(() -> messages("ben", "sandbox:discord").size() == 2);
    JsonNode personal = messages("ben", "sandbox:discord").getLast();
    assertThat(personal.path("personal").asBoolean()).isTrue();
    assertThat(messages("ada", "sandbox:discord")).hasSize(1);
    assertThat(get("places/sandbox%3Aprivate%2Fben/messages?as=ada").statusCode()).isEqualTo(404);
    assertThat(
            post("messages", Map.of("as", "ada", "place", "sandbox:private/ben", "text", "hi"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aSendWithTheSameNonceIsOneMessage() throws Exception {
    Reply reply = Reply.of(Document.plain("once"));
    assertThat(platform.send(CHANNEL, reply, "n"))
        .isEqualTo(platform.send(CHANNEL, reply, "n"))
        .isNotEqualTo(platform.send(CHANNEL, reply, "m"));
    assertThat(messages("ada", "sandbox:discord")).hasSize(2);
  }

  @Test
  void editsAndDeletionsAreShownLive() throws Exception {
    List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
    HttpResponse<Stream<String>> events =
        client.send(HttpRequest.newBuilder(uri("events?as=ada")).build(), BodyHandlers.ofLines());
    Thread.ofVirtual().start(() -> events.body().forEach(lines::add));
    await().until(() -> !lines.isEmpty());
    platform.typing(SandboxPlaces.DISCORD);
    MessageId message = new MessageId(delivered(platform.send(CHANNEL, plain("one"), "n")));
    platform.edit(message, plain("two"));
    platform.edit(message, plain("two"));
    platform.delete(message);
    await().until(() -> lines.contains("event: gone"));
    assertThat(lines.stream().filter(line -> line.startsWith("event")))
        .containsExactly("event: typing", "event: message", "event: message", "event: gone");
    assertThat(String.join("\n", lines)).contains("\"text\":\"two\"");
    assertThat(platform.edit(message, plain("three"))).isInstanceOf(Delivery.Gone.class);
    assertThat(platform.delete(message)).isInstanceOf(Delivery.Gone.class);
  }

  @Test
  void longTextIsCutAndTooLongTextIsRefused() {
    Document whole = Markdown.parse("word ".repeat(2000));
    assertThat(platform.send(CHANNEL, Reply.of(whole), "n")).isInstanceOf(Delivery.Gone.class);
    List<Document> parts = platform.cut(whole);
    assertThat(parts).hasSizeGreaterThan(4);
    for (Document part : parts) {
      assertThat(platform.send(CHANNEL, Reply.of(part), "p" + parts.indexOf(part)))
          .isInstanceOf(Delivery.Delivered.class);
    }
    assertThat(platform.send(Destination.in(new PlaceId("sandbox:nowhere")), plain("x"), "n"))
        .isInstanceOf(Delivery.Gone.class);
  }

  @Test
  void postsStandInTheCommunityChannelWhereNobodyElseWrites() throws Exception {
    String id = delivered(platform.post("sandbox-channel:community", "A title", plain("b"), "n"));
    JsonNode post = messages("zed", "sandbox:community").getFirst();
    assertThat(post.path("title").asText()).isEqualTo("A title");
    platform.edit(new MessageId(id), plain("withdrawn"));
    post = messages("zed", "sandbox:community").getFirst();
    assertThat(post.path("title").asText()).isEqualTo("A title");
    assertThat(post.path("text").asText()).isEqualTo("withdrawn");
    assertThat(platform.post("discord-channel:1", "A title", plain("b"), "n"))
        .isInstanceOf(Delivery.Gone.class);
    assertThat(
            post("messages", Map.of("as", "ada", "place", "sandbox:community", "text", "hi"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void threadsOpenUnderMessagesOfTheChannel() throws Exception {
    String id = say("ada", "sandbox:discord", "let us talk");
    PlaceId thread = platform.open(new MessageId(id), "Talk").orElseThrow();
    assertThat(platform.open(new MessageId(id), "Other")).contains(thread);
    assertThat(get("scene").body()).contains("\"title\":\"Talk\"").doesNotContain("Other");
    say("ben", thread.value(), "no mention here");
    await().until(() -> messages("ada", thread.value()).size() == 2);
    String inside = say("ada", "sandbox:private/ada", "x");
    assertThat(platform.open(new MessageId(inside), "Talk")).isEmpty();
  }

  @Test
  void historyIsThereAfterARestart() throws Exception {
    say("ada", "sandbox:discord", "remember me");
    server.close();
    start();
    assertThat(messages("ada", "sandbox:discord").getFirst().path("text").asText())
        .isEqualTo("remember me");
  }

  @Test
  void otherSitesAndOtherMachinesAreRefused() throws Exception {
    Map<String, String> body = Map.of("as", "ada", "place", "sandbox:discord", "text", "x");
    String json = JSON.writeValueAsString(body);
    assertThat(raw("Host: evil.example\r\nContent-Type: application/json", json))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("Host: localhost\r\nContent-Type: text/plain", json)).startsWith("HTTP/1.1 415");
    assertThat(
            raw(
                "Host: localhost\r\nContent-Type: application/json\r\nOrigin: http://evil.example",
                json))
        .startsWith("HTTP/1.1 415");
    assertThat(
            raw(
                "Host: localhost\r\nContent-Type: application/json\r\nSec-Fetch-Site: cross-site",
                json))
        .startsWith("HTTP/1.1 415");
    assertThat(
            raw(
                "Host: localhost\r\nContent-Type: application/json\r\nX-Forwarded-For: 1.2.3.4",
                json))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("Host: localhost\r\nContent-Type: application/json", json))
        .startsWith("HTTP/1.1 200");
    assertThat(messages("ada", "sandbox:discord")).hasSize(1);
  }

  @Test
  void badInputIsRefusedInJson() throws Exception {
    HttpResponse<String> nobody =
        post("messages", Map.of("as", "eve", "place", "sandbox:discord", "text", "x"));
    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(nobody.body()).path("error").asText()).contains("person");
    assertThat(
            post("messages", Map.of("as", "ada", "place", "sandbox:discord", "text", "  "))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            post(
                    "messages",
                    Map.of("as", "ada", "place", "sandbox:discord", "text", "x", "replyTo", "junk"))
                .statusCode())
        .isEqualTo(404);
    assertThat(send(uri("messages"), "[1]").statusCode()).isEqualTo(400);
    assertThat(send(uri("messages"), "{").statusCode()).isEqualTo(400);
  }

  @Test
  void theSceneSpeaksTheReadersLanguage() throws Exception {
    HttpResponse<String> korean =
        client.send(
            HttpRequest.newBuilder(uri("scene")).header("Accept-Language", "ko").build(),
            BodyHandlers.ofString());
    JsonNode scene = JSON.readTree(korean.body());
    assertThat(scene.path("language").asText()).isEqualTo("ko");
    assertThat(scene.path("texts").path("send").asText()).isEqualTo("보내기");
    assertThat(scene.path("commands").path(0).path("name").asText()).isEqualTo("ask");
    assertThat(scene.path("people").path(0).path("role").asText()).isEqualTo("admin");
  }

  private static Reply plain(String text) {
    return Reply.of(Document.plain(text));
  }

  private static String delivered(Delivery delivery) {
    return ((Delivery.Delivered) delivery).message().value();
  }

  private static Map<String, String> with(Map<String, String> map, String... more) {
    Map<String, String> all = new java.util.HashMap<>(map);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private String say(String as, String place, String text) throws Exception {
    HttpResponse<String> said = post("messages", Map.of("as", as, "place", place, "text", text));
    assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
    return JSON.readTree(said.body()).path("id").asText();
  }

  private HttpResponse<String> press(String as, String message, String action) throws Exception {
    return post("presses", Map.of("as", as, "message", message, "action", action));
  }

  private List<JsonNode> messages(String as, String place) throws Exception {
    String path = URLEncoder.encode(place, StandardCharsets.UTF_8);
    List<JsonNode> all = new ArrayList<>();
    JSON.readTree(get("places/" + path + "/messages?as=" + as).body()).forEach(all::add);
    return all;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
    return send(uri(path), JSON.writeValueAsString(body));
  }

  private HttpResponse<String> send(URI uri, String json) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(server.address() + "/sandbox/api/" + path);
  }

  private String raw(String headers, String body) throws Exception {
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
