package io.switchboard.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.community.gallery.Found;
import io.switchboard.community.gallery.Wanted;
import io.switchboard.db.FreshDatabase;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.http.files.Assets;
import io.switchboard.sandbox.Sandbox;
import io.switchboard.sandbox.SandboxScene;
import io.switchboard.share.Published;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who likes a post in the sandbox's page is counted as on the platforms. */
class LikedInTheSandboxTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  /** Hears reactions alone. */
  private record Hearing(Community community) implements Inbox {
    @Override
    public void receive(Incoming incoming) {}

    @Override
    public void react(Reaction reaction) {
      community.likes().note(reaction);
    }
  }

  abstract static class Cases extends InTheSquare {
    private final HttpClient client = HttpClient.newHttpClient();
    private Community community;
    private WebServer server;

    @BeforeEach
    void serve() {
      community =
          square.community(
              new CommunitySettings(
                  true, List.of(Square.CHANNEL), false, List.of(), Map.of(), "monday 09:00"));
      Routes routes = new Routes();
      new Sandbox(
              square.sandbox,
              new Hearing(community),
              new SandboxScene(() -> new CommandMenu(List.of()), "demo", true))
          .on(routes, new Assets());
      server = WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes);
    }

    @AfterEach
    void end() {
      server.close();
      client.close();
    }

    private JsonNode shown(String title) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(uri("places/sandbox%3Acommunity/messages?as=ada")).build();
      for (JsonNode message : JSON.readTree(client.send(request, BodyHandlers.ofString()).body())) {
        if (message.path("title").asText().equals(title)) {
          return message;
        }
      }
      return MissingNode.getInstance();
    }

    private void like(String as, String title, boolean liked) throws Exception {
      String body =
          JSON.createObjectNode()
              .put("as", as)
              .put("message", shown(title).path("id").asText())
              .put("liked", liked)
              .toString();
      HttpRequest request =
          HttpRequest.newBuilder(uri("likes"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private URI uri(String path) {
      return URI.create(server.address() + "/sandbox/api/" + path);
    }

    private void posted(String title) {
      Published.Live live = square.live(square.alice, title, "An answer");
      assertThat(post(community, live.id(), square.alice)).isEqualTo(shown());
      square.time.step(Duration.ofMinutes(1));
    }

    private List<String> gallery() {
      return community
          .gallery()
          .find(new Wanted("", "", Wanted.Order.LIKED, 0), 10)
          .map(Found::entries)
          .orElseThrow()
          .stream()
          .map(entry -> entry.title() + " " + entry.likes())
          .toList();
    }

    /** The gallery looks for what is new every few seconds. */
    private void awaitGallery(String... entries) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                square.time.step(Duration.ofSeconds(6));
                assertThat(gallery()).containsExactly(entries);
              });
    }

    @Test
    void whatIsLikedThereIsCountedInTheGalleryAndTheDigest() throws Exception {
      community.digest().plan();
      posted("Why?");
      posted("How?");
      awaitGallery("How? 0", "Why? 0");
      like("ben", "Why?", true);
      like("chloe", "Why?", true);
      like("zed", "How?", true);
      awaitGallery("Why? 2", "How? 1");
      like("ben", "Why?", true);
      like("zed", "How?", false);
      awaitGallery("Why? 2", "How? 0");
      square.time.step(Duration.ofDays(1));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(square.posts().getLast())
                      .contains("1. Why?", "· 2 likes")
                      .doesNotContain("How?"));
    }

    @Test
    void onesOwnPostMayBeLikedAsOnThePlatforms() throws Exception {
      posted("Why?");
      like("chloe", "Why?", true);
      awaitGallery("Why? 1");
      assertThat(shown("Why?").path("likes").toString()).isEqualTo("[\"sandbox:chloe\"]");
      like("chloe", "Why?", false);
      awaitGallery("Why? 0");
      assertThat(shown("Why?").path("likes").toString()).isEqualTo("[]");
    }
  }
}
