package io.switchboard.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.post.Post;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the bot says in the sandbox, and who sees it. */
class SandboxPlatformTest extends SandboxHarness {
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
    List<String> lines = new CopyOnWriteArrayList<>();
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
  void aFileStandsUnderItsMessageAndGoesWithIt() throws Exception {
    Upload picture = Upload.png("a b.png", new byte[] {1, 2, 3}, "A chart");
    String id = delivered(platform.upload(CHANNEL, picture, plain("caption"), "f"));
    assertThat(delivered(platform.upload(CHANNEL, picture, plain("caption"), "f"))).isEqualTo(id);
    JsonNode shown = messages("ada", "sandbox:discord").getLast();
    assertThat(shown.path("text").asText()).isEqualTo("caption");
    assertThat(shown.path("file").path("kind").asText()).isEqualTo("picture");
    assertThat(shown.path("file").path("description").asText()).isEqualTo("A chart");
    String path = "files/" + id.substring(id.indexOf(':') + 1) + "?as=ada";
    HttpResponse<byte[]> file =
        client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
    assertThat(file.body()).containsExactly(1, 2, 3);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("inline; filename*=UTF-8''a%20b.png");
    platform.delete(new MessageId(id));
    assertThat(get(path).statusCode()).isEqualTo(404);
    Upload page = Upload.document("x.html", "text/html", "<b>".getBytes(UTF_8));
    String html = delivered(platform.upload(CHANNEL, page, plain("saved"), "g"));
    assertThat(
            get("files/" + html.substring(html.indexOf(':') + 1) + "?as=ada")
                .headers()
                .firstValue("Content-Disposition"))
        .hasValueSatisfying(told -> assertThat(told).startsWith("attachment"));
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
    String id =
        delivered(
            platform.post(
                "sandbox-channel:community", new Post("A title", plain("b"), List.of()), "n"));
    JsonNode post = messages("zed", "sandbox:community").getFirst();
    assertThat(post.path("title").asText()).isEqualTo("A title");
    platform.edit(new MessageId(id), plain("withdrawn"));
    post = messages("zed", "sandbox:community").getFirst();
    assertThat(post.path("title").asText()).isEqualTo("A title");
    assertThat(post.path("text").asText()).isEqualTo("withdrawn");
    assertThat(platform.post("discord-channel:1", new Post("A title", plain("b"), List.of()), "n"))
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

  private HttpResponse<String> like(String as, String message, String liked) throws Exception {
    return send(
        uri("likes"),
        "{\"as\": \"%s\", \"message\": \"%s\", \"liked\": %s}".formatted(as, message, liked));
  }

  private List<String> likes() throws Exception {
    List<String> people = new ArrayList<>();
    messages("zed", "sandbox:community")
        .getFirst()
        .path("likes")
        .forEach(p -> people.add(p.asText()));
    return people;
  }

  @Test
  void postsAreLikedByEachPersonOnceAndTheInboxHearsIt() throws Exception {
    MessageId post =
        new MessageId(
            delivered(
                platform.post(
                    "sandbox-channel:community", new Post("T", plain("b"), List.of()), "n")));
    assertThat(likes()).isEmpty();
    JsonNode once = JSON.readTree(like("ben", post.value(), "true").body());
    assertThat(once.path("likes").toString()).isEqualTo("[\"sandbox:ben\"]");
    like("ben", post.value(), "true");
    like("ada", post.value(), "true");
    assertThat(likes()).containsExactly("sandbox:ada", "sandbox:ben");
    server.close();
    start();
    like("ben", post.value(), "false");
    assertThat(likes()).containsExactly("sandbox:ada");
    PersonId ben = new PersonId("sandbox:ben");
    assertThat(echo.reactions)
        .containsExactly(
            new Reaction.Now(post, ben, List.of("👍")),
            new Reaction.Now(post, ben, List.of("👍")),
            new Reaction.Now(post, new PersonId("sandbox:ada"), List.of("👍")),
            new Reaction.Now(post, ben, List.of()));
    platform.change(post, new Post("T", plain("changed"), List.of()));
    assertThat(likes()).containsExactly("sandbox:ada");
    assertThat(platform.delete(post)).isInstanceOf(Delivery.Delivered.class);
    assertThat(like("ben", post.value(), "true").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyPostsCanBeLiked() throws Exception {
    String question = say("ada", "sandbox:discord", "just talking");
    String answer = delivered(platform.send(CHANNEL, plain("said"), "n"));
    String post =
        delivered(
            platform.post("sandbox-channel:community", new Post("T", plain("b"), List.of()), "n"));
    assertThat(like("ben", question, "true").statusCode()).isEqualTo(409);
    assertThat(like("ben", answer, "true").statusCode()).isEqualTo(409);
    assertThat(messages("ben", "sandbox:discord")).noneMatch(m -> m.has("likes"));
    assertThat(like("ben", "sandbox:999", "true").statusCode()).isEqualTo(404);
    assertThat(like("nobody", post, "true").statusCode()).isEqualTo(400);
    assertThat(like("ben", post, "\"yes\"").statusCode()).isEqualTo(400);
    assertThat(echo.reactions).isEmpty();
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
  void brokenTextIsKeptAsFarAsItIsText() throws Exception {
    assertThat(platform.send(CHANNEL, plain("a\0b\ud83d and"), "n"))
        .isInstanceOf(Delivery.Delivered.class);
    assertThat(messages("ada", "sandbox:discord").getFirst().path("text").asText())
        .startsWith("ab")
        .endsWith(" and");
  }
}
