package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.fake.telegram.Person;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramFilesTest {
  private final Scene scene = new Scene().listening();
  private final Person alice = scene.fake.person("Alice");

  @AfterEach
  void close() {
    scene.close();
  }

  private Attachment sent(byte[] content) {
    scene.fake.document(
        alice, scene.fake.privateChat(alice), "notes.txt", "text/plain", content, "");
    Attachment file = scene.next(IncomingMessage.class).attachments().getFirst();
    assertThat(file.platform()).isEqualTo("telegram");
    return file;
  }

  @Test
  void isFetched() {
    Attachment file = sent("some notes".getBytes(StandardCharsets.UTF_8));
    assertThat(scene.bot.fetch(file, 10))
        .isInstanceOfSatisfying(
            Fetched.Whole.class, it -> assertThat(it.content()).asString().isEqualTo("some notes"));
    assertThat(scene.bot.fetch(file, 9)).isInstanceOf(Fetched.TooLarge.class);
  }

  @Test
  void whatTelegramDoesNotGiveOutIsTooLarge() {
    Attachment file = sent(new byte[20 * 1024 * 1024 + 1]);
    assertThat(scene.bot.fetch(file, 100_000_000)).isInstanceOf(Fetched.TooLarge.class);
  }

  @Test
  void whatIsUnknownIsGone() {
    Attachment file = new Attachment("x", "text/plain", 1, "telegram:nothing");
    assertThat(scene.bot.fetch(file, 10)).isInstanceOf(Fetched.Gone.class);
  }
}
