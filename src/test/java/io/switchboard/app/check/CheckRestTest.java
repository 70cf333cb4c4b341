package io.switchboard.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.app.Switchboard;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.Ports;
import io.switchboard.fake.openai.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of the account, the database, the pages, the limits and the people. */
class CheckRestTest {
  @TempDir Path folder;
  private CheckStage stage;

  @BeforeEach
  void open() {
    stage = new CheckStage(folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void anAccountIsAskedAQuestion() {
    stage.accountKey = "sk-wrong-secret-0123456789";
    assertThat(stage.look())
        .contains("WRONG  Account main: the key is refused", "OPENAI_API_KEY")
        .doesNotContain("wrong-secret");
    stage.accountKey = io.switchboard.fake.openai.FakeOpenAi.KEY;
    stage.account.next(Script.refuse(429, "insufficient_quota", "insufficient_quota", "no money"));
    assertThat(stage.look()).contains("WRONG  Account main: there is no money left");
    stage.accountMore = ", model: gpt-99";
    assertThat(stage.look()).contains("WRONG  Account main: there is no model gpt-99");
    stage.accountMore = ", models: [gpt-98], imageModel: painter";
    assertThat(stage.look())
        .contains("WRONG  Account main: models names gpt-98", "imageModel painter is not there");
    stage.account.close();
    assertThat(stage.look()).contains("does not answer", "is baseUrl right");
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where the folder should be");
    assertThat(stage.look()).contains("WRONG  Data folder: ", "cannot be written");
  }

  @Test
  void theKeyForLinksIsOneAndForItsOwner() throws IOException {
    assertThat(stage.look()).doesNotContain("Key for links");
    Path key = Files.createDirectories(folder.resolve("data")).resolve("link.key");
    Files.writeString(key, "no key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(stage.look())
        .contains("WRONG  Key for links: " + key + " holds no key")
        .contains("note   Key for links: " + key + " can be read by others", "chmod 600");
    Files.writeString(folder.resolve("data/link.key.restoring"), "half of it");
    assertThat(stage.look()).contains("WRONG  Key for links: a restore was interrupted");
  }

  @Test
  void theDatabaseIsOpenedAndNotChanged() {
    assertThat(stage.look()).contains("H2 in a file, which the first start makes");
    assertThat(folder.resolve("data")).doesNotExist();
    stage.database = TestDatabases.postgresUrl();
    assertThat(stage.look()).containsPattern("ok     Database: PostgreSQL \\d+ answers");
    stage.database = stage.database.replaceFirst("/test\\d+", "/nowhere");
    assertThat(stage.look()).contains("WRONG  Database: PostgreSQL has no such database");
    stage.database = "jdbc:postgresql://127.0.0.1:1/x?user=a&password=do-not-show";
    assertThat(stage.look())
        .contains("WRONG  Database: the database does not answer")
        .doesNotContain("do-not-show");
    stage.database = "jdbc:mysql://x";
    assertThat(stage.look()).contains("WRONG  Database: database.url must begin with jdbc:h2");
    stage.database = "jdbc:h2:data/x";
    assertThat(stage.look()).contains("WRONG  Database: database.url: ", "jdbc:h2:file:./data/x");
  }

  @Test
  void itSaysWhichFilesCount() {
    assertThat(stage.look())
        .contains("ok     Configuration: " + folder.toAbsolutePath() + " is read without a fault");
    assertThat(stage.nothing())
        .contains("note   Configuration: there is no switchboard.yaml in " + folder)
        .contains("--config names another folder");
  }

  @Test
  void thePublicAddressMustLeadHere() throws IOException {
    assertThat(stage.look()).contains("WRONG  Pages: links lead to", "web.publicUrl");
    int free = Ports.free();
    stage.web = "{port: %d, publicUrl: \"http://localhost:%d\"}".formatted(free, free);
    assertThat(stage.look())
        .contains("ok     Pages: http://localhost:%d leads here".formatted(free));
    stage.web = "{port: 0, publicUrl: \"%s\"}".formatted(stage.telegram.url());
    assertThat(stage.look()).contains("answers, but not with this Switchboard (401)");
    stage.web = "{port: 0, publicUrl: \"http://127.0.0.1:%d\"}".formatted(Ports.free());
    assertThat(stage.look()).contains("lets nobody in");
    stage.web = "{port: 0, publicUrl: \"https://switchboard.invalid/bot/\"}";
    assertThat(stage.look()).contains("web.publicUrl has a path, /bot, but the pages need a host");
    stage.web = "{port: 0, publicUrl: \"https://switchboard.invalid\"}";
    assertThat(stage.look()).doesNotContain("has a path");
    assertThat(stage.look()).contains("has no address: make a DNS record");
    try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      stage.web = "{port: %d}".formatted(other.getLocalPort());
      Thread.ofVirtual().start(() -> refuseAll(other));
      assertThat(stage.look()).contains("is in use by another program");
    }
  }

  @Test
  void whatRunsAlreadyIsRecognised() {
    int free = Ports.free();
    stage.web = "{port: %d, publicUrl: \"http://localhost:%d\"}".formatted(free, free);
    stage.look();
    try (Switchboard running = Switchboard.start(folder, name -> null, InstantSource.system())) {
      assertThat(running.address().getPort()).isEqualTo(free);
      assertThat(stage.look())
          .contains("ok     Pages: http://localhost:%d leads here".formatted(free))
          .contains("ok     Database: H2");
    }
  }

  @Test
  void limitsThatNeverBindAndGapsInThePricesAreNamed() {
    stage.accountMore = ", models: [gpt-4o-mini], concurrency: 2";
    stage.with(
        """
        limits:
          default: {requests: [30/hour, 800/day], money: [5 USD/month], running: 3, promptLength: 900000, images: [5/day], attachments: 9, models: [gpt-0]}
          roles: {switchboard-admin: {tokens: [1000/hour, 9000/minute]}}
        """);
    assertThat(stage.look())
        .contains("limits.default: 800/day can never bind, for 30/hour is used up before")
        .contains("limits.roles.switchboard-admin: 9000tokens/minute can never bind")
        .contains("3 running can never bind, for the accounts answer 2 at once")
        .contains("promptLength 900000 can never bind")
        .contains("images can never bind")
        .contains("9 attachments can never bind")
        .contains("money can never bind, for nothing has a price")
        .contains("models names gpt-0, which no account offers");
    stage.with("prices: {models: {gpt-5-mini: {in: 0.25, out: 2.0}}}");
    assertThat(stage.look()).contains("WRONG  Limits: prices.models lacks gpt-4o-mini");
  }

  @Test
  void linksGetNoMoreThanTheMost() {
    stage.with("share: {defaultExpiry: 100d}");
    assertThat(stage.look())
        .contains("WRONG  Limits: share.defaultExpiry is longer than share.maxExpiry");
  }

  @Test
  void whoIsLetInIsSaid() {
    stage.access = "{}";
    stage.with("community: {enabled: true}");
    assertThat(stage.look())
        .contains("WRONG  People: nobody is let in", "community is enabled without a place");
    stage.access = "{allow: [everyone]}";
    assertThat(stage.look()).contains("there is no admin", "lets in whoever finds the bot");
  }

  private static void refuseAll(ServerSocket server) {
    try {
      while (true) {
        server.accept().close();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }
}
