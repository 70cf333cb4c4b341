package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.config.Secret;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.Ports;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import io.switchboard.telegram.TelegramSettings.Mode;
import io.switchboard.telegram.webhook.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updates that Telegram brings: none lost, none from anybody else. */
class TelegramWebhookTest {
  private final FakeTelegram fake = FakeTelegram.start();
  private final Person alice = fake.person("Alice");
  private final Chat chat = fake.privateChat(alice);
  private final Database database = TestDatabases.h2();
  private final BlockingQueue<Incoming> received = new LinkedBlockingQueue<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private URI address;

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
    fake.close();
    database.close();
  }

  @Test
  void whatIsBroughtIsHeardInItsOrderAndPastesAreWhole() throws Exception {
    Telegram bot = serve(Mode.WEBHOOK);
    bot.start(received::add, Scene.MENU);
    await().until(bot::connected);
    fake.say(alice, chat, "one");
    fake.say(alice, chat, "x".repeat(5000));
    fake.say(alice, chat, "three");
    assertThat(text()).isEqualTo("one");
    assertThat(text()).hasSize(5000);
    assertThat(text()).isEqualTo("three");
    await().until(() -> fake.unconfirmed() == 0);
    assertThat(fake.violations()).isEmpty();
  }

  @Test
  void anAlbumThatIsBroughtIsOneMessage() throws Exception {
    Telegram bot = serve(Mode.WEBHOOK);
    bot.start(received::add, Scene.MENU);
    await().until(bot::connected);
    fake.album(alice, chat, List.of(new byte[1], new byte[2], new byte[3]), "compare these");
    IncomingMessage album = (IncomingMessage) received.poll(4, TimeUnit.MINUTES);
    assertThat(album).isNotNull();
    assertThat(album.text()).isEqualTo("compare these");
    assertThat(album.attachments()).hasSize(3);
    await().until(() -> fake.unconfirmed() == 0);
    assertThat(received).isEmpty();
    assertThat(fake.violations()).isEmpty();
  }

  @Test
  void whoDoesNotKnowTheSecretIsTurnedAway() throws Exception {
    Telegram bot = serve(Mode.WEBHOOK);
    bot.start(received::add, Scene.MENU);
    await().until(bot::connected);
    String secret = fake.lastCall("setwebhook").path("secret_token").asText();
    assertThat(secret).hasSizeGreaterThanOrEqualTo(32).doesNotContain(fake.token());
    String update = "{\"update_id\": 7, \"message\": {}}";
    assertThat(post(update, null)).isEqualTo(401);
    assertThat(post(update, "")).isEqualTo(401);
    assertThat(post(update, secret.substring(1))).isEqualTo(401);
    assertThat(post("no json", secret)).isEqualTo(400);
    assertThat(post("{}", secret)).isEqualTo(400);
    assertThat(post(update, secret)).isEqualTo(200);
    fake.say(alice, chat, "what means nothing stops nobody");
    assertThat(text()).startsWith("what means nothing");
    assertThat(received).isEmpty();
  }

  @Test
  void wherePollingIsSaidThereIsNoSuchPage() throws Exception {
    serve(Mode.POLLING);
    assertThat(post("{}", "x")).isEqualTo(404);
  }

  @Test
  void whatIsAnsweredIsKeptUntilItCanBeStored() throws Exception {
    AtomicInteger broken = new AtomicInteger(2);
    Telegram bot = serve(Mode.WEBHOOK);
    bot.start(
        incoming -> {
          if (broken.getAndDecrement() > 0) {
            throw new IllegalStateException("not now");
          }
          received.add(incoming);
        },
        Scene.MENU);
    fake.say(alice, chat, "keep me");
    assertThat(text()).isEqualTo("keep me");
  }

  @Test
  void theModeIsChangedWithoutLosingAnything() throws Exception {
    Telegram polls = serve(Mode.POLLING);
    polls.start(received::add, Scene.MENU);
    fake.say(alice, chat, "one");
    assertThat(text()).isEqualTo("one");
    await().until(() -> fake.unconfirmed() == 0); // else it comes once more, as it may
    polls.stopHearing();
    fake.say(alice, chat, "two");
    Telegram brought = serve(Mode.WEBHOOK);
    brought.start(received::add, Scene.MENU);
    assertThat(text()).isEqualTo("two");
    await().until(() -> fake.unconfirmed() == 0);
    brought.stopHearing();
    // Answered, but nobody has read it back yet; and one that nobody could take.
    fake.say(alice, chat, "three");
    await().until(() -> fake.unconfirmed() == 0);
    closeServer();
    fake.say(alice, chat, "four");
    Telegram again = serve(Mode.POLLING);
    again.start(received::add, Scene.MENU);
    assertThat(List.of(text(), text())).containsExactlyInAnyOrder("three", "four");
    assertThat(fake.violations()).isEmpty();
  }

  @Test
  void anotherProcessMayReceive() throws Exception {
    serve(Mode.WEBHOOK);
    URI first = address;
    Telegram listens = new Telegram(settings(Mode.WEBHOOK), InstantSource.system(), hook(first));
    open.add(listens);
    listens.start(received::add, Scene.MENU);
    fake.say(alice, chat, "by the other");
    assertThat(text()).isEqualTo("by the other");
  }

  private String text() throws InterruptedException {
    return ((IncomingMessage) received.poll(4, TimeUnit.MINUTES)).text();
  }

  private TelegramSettings settings(Mode mode) {
    return new TelegramSettings(Secret.of(fake.token()), URI.create(fake.url()), mode);
  }

  private Webhook hook(URI publicUrl) {
    return new Webhook(database, publicUrl.toString(), Secret.of(fake.token()));
  }

  /** A process: its web server and its part of Telegram, not listening yet. */
  private Telegram serve(Mode mode) throws Exception {
    int port = Ports.free();
    address = URI.create("http://127.0.0.1:" + port);
    Telegram bot = new Telegram(settings(mode), InstantSource.system(), hook(address));
    Routes routes = new Routes();
    bot.on(routes);
    open.add(bot);
    open.add(WebServer.start(new WebSettings("127.0.0.1", port, ""), routes));
    return bot;
  }

  private void closeServer() throws Exception {
    open.removeLast().close();
  }

  private int post(String body, String secret) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/telegram/webhook"))
            .timeout(Duration.ofMinutes(4))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (secret != null) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
