package io.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Document;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do in the sandbox, and how the inbox hears it. */
class SandboxTest extends SandboxHarness {
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
  void theSameKeyTwiceIsOneMessageAndOneEvent() throws Exception {
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
}
