package io.switchboard.fake.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake is as strict as it says. */
class FakeTelegramTest {
  private final FakeTelegram telegram = FakeTelegram.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Person alice = telegram.person("Alice");
  private final Chat chat = telegram.privateChat(alice);

  @AfterEach
  void close() {
    http.close();
    telegram.close();
  }

  private JsonNode call(String method, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(telegram.url() + "/bot" + telegram.token() + "/" + method))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return Call.JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<br>",
        "<p>x</p>",
        "a < b",
        "<b>x",
        "x</b>",
        "<b><i>x</b></i>",
        "<b",
        "<ul><li>x</li></ul>",
        "<blockquote>a<blockquote>b</blockquote></blockquote>",
        "<span>x</span>",
        "<a href>x</a>"
      })
  void refusesOtherMarkup(String html) {
    assertThatThrownBy(() -> Visible.of(html)).hasMessageContaining("can't parse entities");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>x<p>y</p></h1>",
        "<tr><td>x</td></tr>",
        "<li>x</li>",
        "<div>x</div>",
        "<p>x",
        "<ul>text</ul>",
        "<table><tr><td><p>x</p></td></tr></table>",
        "<p>a < b</p>"
      })
  void refusesOtherRichMarkup(String html) {
    assertThatThrownBy(() -> Visible.ofRich(html)).hasMessageContaining("can't parse entities");
  }

  @Test
  void readsEntitiesAsTelegramDoes() {
    assertThat(Visible.of("a &lt; b & c &#39;<b>d</b>' &nbsp;")).isEqualTo("a < b & c 'd' &nbsp;");
  }

  @Test
  void handsOutUpdatesUntilTheyAreConfirmed() throws Exception {
    int update = telegram.say(alice, chat, "hello").update();
    assertThat(call("GetUpdates", "{}").at("/result/0/update_id").asInt()).isEqualTo(update);
    assertThat(call("getUpdates", "{\"offset\":" + update + "}").path("result")).hasSize(1);
    assertThat(call("getUpdates", "{\"offset\":" + (update + 1) + "}").path("result")).isEmpty();
    assertThat(telegram.unconfirmed()).isZero();
  }

  @Test
  void hasABudget() throws Exception {
    String json = "{\"chat_id\":%d,\"text\":\"x\"}".formatted(chat.id());
    for (int i = 0; i < 3; i++) {
      assertThat(call("sendMessage", json).path("ok").asBoolean()).isTrue();
    }
    JsonNode refused = call("sendMessage", json);
    assertThat(refused.path("error_code").asInt()).isEqualTo(429);
    assertThat(refused.at("/parameters/retry_after").asInt()).isEqualTo(1);
    assertThat(telegram.violations()).hasSize(1);
  }

  @Test
  void refusesWhatIsTooLongAndWhatChangesNothing() throws Exception {
    String json = "{\"chat_id\":%d,\"text\":\"%s\"}";
    assertThat(call("sendMessage", json.formatted(chat.id(), "x".repeat(4097))).path("description"))
        .hasToString("\"Bad Request: message is too long\"");
    int id = call("sendMessage", json.formatted(chat.id(), "x")).at("/result/message_id").asInt();
    JsonNode same =
        call(
            "editMessageText",
            "{\"chat_id\":%d,\"message_id\":%d,\"text\":\"x\"}".formatted(chat.id(), id));
    assertThat(same.path("description").asText()).contains("message is not modified");
  }
}
