package io.switchboard.telegram.sent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.switchboard.chat.message.Recall.Look;
import io.switchboard.chat.message.Recall.Wanted;
import io.switchboard.config.Secret;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two bots in a group may have the same buttons and say the same. */
@Timeout(240)
class OfAnotherBotTest {
  private static final String SIGN =
      """
      {"ok": true, "result": {"message_id": 9, "date": 1, "text": "…",
        "chat": {"id": -5, "type": "group", "title": "g"},
        "from": {"id": 42, "is_bot": true, "first_name": "Us"},
        "reply_to_message": {"message_id": 8, "date": 1, "text": "Long enough",
          "chat": {"id": -5, "type": "group", "title": "g"},
          "from": {"id": %d, "is_bot": true, "first_name": "Who"},
          "reply_markup": {"inline_keyboard": [[{"text": "Stop", "callback_data": "stop:1"}]]}}}}
      """;

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  OfAnotherBotTest() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Look look(int sender) {
    byte[] answer = SIGN.formatted(sender).getBytes(UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (BotApi api = new BotApi(Secret.of("42:token"), url)) {
      return new LookBehind(api, InstantSource.system())
          .look(
              new ChatAddress(-5, 0),
              Bookmark.behind(7, 0, "Longenough").write(),
              new Wanted(Set.of("stop:1"), message -> false));
    }
  }

  @Test
  void itsMessageIsNotTakenForOurs() {
    assertThat(look(43)).isInstanceOf(Look.Another.class);
  }

  @Test
  void oursIs() {
    assertThat(look(42)).isInstanceOf(Look.Ours.class);
  }
}
