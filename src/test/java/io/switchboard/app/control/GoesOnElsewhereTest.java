package io.switchboard.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchboard.app.Switchboard;
import io.switchboard.app.settings.Settings;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is taken while it runs, restored into another database: there it goes on. */
class GoesOnElsewhereTest {
  private static final Pattern LINK = Pattern.compile("https?://[^/]+(/s/[\\w-]+)");

  @TempDir Path folder;
  private final FakeTelegram telegram = FakeTelegram.start().withoutBudgets();
  private final FakeOpenAi account = FakeOpenAi.start();
  private final Person ada = telegram.person("Ada");
  private final Chat chat = telegram.privateChat(ada);

  @Test
  void whatWaitsIsAnsweredAndLinksStayOpen() throws Exception {
    Path before = Files.createDirectory(folder.resolve("before"));
    Path after = Files.createDirectory(folder.resolve("after"));
    Path file = folder.resolve("everything.backup");
    configure(before, "jdbc:h2:file:" + before.resolve("data/db"));
    configure(after, TestDatabases.emptyPostgresUrl());
    String link;
    try (Switchboard first = start(before)) {
      telegram.say(ada, chat, "Worth sharing");
      button("Worth sharing", "Share");
      telegram.say(ada, chat, "/share");
      telegram.press(ada, button("Nothing is shared yet", "Share"), "Share");
      link = link(button("The link ends", "End this link"));
      assertThat(page(first.address(), link)).isEqualTo(200);
      account.when("slow", Script.silent());
      telegram.say(ada, chat, "slow one");
      telegram.say(ada, chat, "slow two");
      await().until(() -> account.answersFor("slow one").size() == 1);
      await().until(() -> telegram.unconfirmed() == 0);
      BackUp backUp = new BackUp(settings(before), InstantSource.system());
      assertThat(backUp.to(file).rows()).isPositive();
      assertThatThrownBy(() -> backUp.to(file)).hasMessageContaining("not written over");
      assertThatThrownBy(() -> backUp.from(file, true)).hasMessageContaining("stop it first");
    }
    account.when("slow", Script.usual());
    new BackUp(settings(after), InstantSource.system()).from(file, false);
    assertThat(after.resolve("data/link.key"))
        .hasSameTextualContentAs(before.resolve("data/link.key"));
    try (Switchboard second = start(after)) {
      assertThat(page(second.address(), link)).isEqualTo(200);
      button("slow one", "Share");
      button("slow two", "Share");
      telegram.say(ada, chat, "/shares");
      button("one live link", "End 1");
    }
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void strangersAtTheDoorGetNothing() throws IOException {
    byte[] asked = {0};
    try (Door door = new Door(folder, Map.of("backup", out -> asked[0]++))) {
      assertThat(new AskRunning(folder).ask("backup", new ByteArrayOutputStream())).isTrue();
      assertThatThrownBy(() -> new AskRunning(folder).ask("other", new ByteArrayOutputStream()))
          .hasMessageContaining("refused");
      Path file = folder.resolve("control");
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      String address = Files.readString(file);
      Files.writeString(file, address.replaceFirst(" .*", " wrong"));
      assertThatThrownBy(() -> new AskRunning(folder).ask("backup", new ByteArrayOutputStream()))
          .hasMessageContaining("refused");
      Files.writeString(file, address);
    }
    assertThat(asked[0]).isEqualTo((byte) 1);
    assertThat(new AskRunning(folder).ask("backup", new ByteArrayOutputStream())).isFalse();
  }

  private Shown button(String text, String label) {
    return await(text)
        .atMost(Duration.ofMinutes(4))
        .until(
            () ->
                telegram.fromBot(chat).stream()
                    .filter(m -> m.text().contains(text) && m.labels().contains(label))
                    .reduce((a, b) -> b),
            Optional::isPresent)
        .orElseThrow();
  }

  private static String link(Shown message) {
    StringBuilder all = new StringBuilder(message.text());
    message.entities().forEach(e -> all.append(' ').append(e.argument()));
    message.keys().forEach(row -> row.forEach(key -> all.append(' ').append(key.url())));
    Matcher found = LINK.matcher(all);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static int page(URI address, String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(address.resolve(path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static Settings settings(Path config) {
    return new Settings(
        config, name -> name.equals("SWITCHBOARD_DATA") ? config.resolve("data").toString() : null);
  }

  private static Switchboard start(Path config) {
    return Switchboard.start(
        config,
        name -> name.equals("SWITCHBOARD_DATA") ? config.resolve("data").toString() : null,
        InstantSource.system());
  }

  private void configure(Path config, String database) throws IOException {
    Files.writeString(
        config.resolve("switchboard.yaml"),
        """
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s", concurrency: 1}]
        access: {allow: ["telegram:%d"]}
        conversations: {titles: false}
        web: {port: 0}
        database: {url: "%s"}
        """
            .formatted(
                telegram.token(),
                telegram.url(),
                account.baseUrl(),
                FakeOpenAi.KEY,
                ada.id(),
                database));
  }
}
