package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilesTest {
  private final FakeDiscord discord = FakeDiscord.start();
  private final Person alice = discord.person("alice");
  private final Bot bot = new Bot(discord);

  @BeforeEach
  void open() {
    bot.start();
    discord.awaitBot();
  }

  @AfterEach
  void close() {
    bot.close();
    discord.close();
    assertThat(discord.violations()).isEmpty();
  }

  private Attachment sent() {
    Channel dm = discord.dm(alice);
    discord.say(alice, dm, "", Map.of("notes.txt", "some notes".getBytes(StandardCharsets.UTF_8)));
    List<Attachment> files = ((IncomingMessage) bot.heard(1)).attachments();
    assertThat(files.getFirst().platform()).isEqualTo("discord");
    return files.getFirst();
  }

  private static void isNotes(Fetched fetched) {
    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Whole.class,
            file -> assertThat(file.content()).asString().isEqualTo("some notes"));
  }

  @Test
  void isFetched() {
    Attachment file = sent();
    isNotes(bot.platform.fetch(file, 10));
    assertThat(bot.platform.fetch(file, 9)).isInstanceOf(Fetched.TooLarge.class);
  }

  @Test
  void anAddressThatHasEndedIsAskedForAgain() {
    Attachment file = sent();
    discord.endFileAddresses();
    isNotes(bot.platform.fetch(file, 10));
  }

  @Test
  void withItsMessageItIsGone() {
    Attachment file = sent();
    discord.endFileAddresses();
    discord.refuse("GET /channels/.*/messages/.*", "", 404, 10008);
    assertThat(bot.platform.fetch(file, 10)).isInstanceOf(Fetched.Gone.class);
    discord.refuseNoMore();
  }

  @Test
  void nothingElseIsFetched() {
    for (String address :
        List.of("http://127.0.0.1:9/x", "http://169.254.169.254/", "https://example.com/x")) {
      Attachment file = new Attachment("x", "text/plain", 1, "discord:" + address);
      assertThat(bot.platform.fetch(file, 10)).isInstanceOf(Fetched.Gone.class);
    }
  }
}
