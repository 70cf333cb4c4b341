package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram.Refusing;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files are sent as what they are, or as the next plainer thing that Telegram takes. */
class TelegramUploadsTest {
  private final Scene scene = new Scene();
  private final Person alice = scene.fake.person("Alice");
  private final Chat chat = scene.fake.privateChat(alice);
  private final Destination there = Destination.in(new PlaceId("telegram:" + chat.id()));

  @AfterEach
  void close() {
    assertThat(scene.fake.violations()).isEmpty();
    scene.close();
  }

  private MessageId send(Upload file, Reply caption) {
    Delivery delivery = scene.bot.upload(there, file, caption, "n");
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered) delivery).message();
  }

  private Shown last() {
    return scene.fake.fromBot(chat).getLast();
  }

  private static byte[] png(int width, int height) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply text(String markdown) {
    return Reply.of(Markdown.parse(markdown));
  }

  @Test
  void aPictureWithItsCaptionIsEditedAndDeletedLikeAnyMessage() {
    Reply caption = text("**Used** so far").with(List.of(List.of(new Button.Press("More", "m"))));
    MessageId message = send(Upload.png("사용량.png", png(30, 20), "80 %"), caption);
    assertThat(last().file().kind()).isEqualTo("photo");
    assertThat(last().file().name()).isEqualTo("사용량.png");
    assertThat(last().file().bytes()).isEqualTo(png(30, 20));
    assertThat(last().text()).isEqualTo("Used so far");
    assertThat(last().under("bold")).containsExactly("Used");
    assertThat(last().labels()).containsExactly("More");

    assertThat(scene.bot.edit(message, text("Used by now"))).isInstanceOf(Delivery.Delivered.class);
    assertThat(last().text()).isEqualTo("Used by now");
    assertThat(last().file()).isNotNull();
    assertThat(scene.bot.delete(message)).isInstanceOf(Delivery.Delivered.class);
    assertThat(scene.fake.fromBot(chat)).isEmpty();
  }

  @Test
  void aPictureOfOddProportionsIsAFile() {
    send(Upload.png("line.png", png(900, 3), ""), Reply.of(Document.plain("")));
    assertThat(last().file().kind()).isEqualTo("document");
    assertThat(last().text()).isEmpty();
  }

  @Test
  void aVoiceIsSpokenUnlessSomebodyWantsNone() {
    scene.fake.withoutBudgets();
    byte[] ogg = "OggS and so on".getBytes(StandardCharsets.US_ASCII);
    Upload voice = new Upload(Upload.Kind.VOICE, "answer.ogg", "audio/ogg", ogg, "");
    send(voice, text("said"));
    assertThat(last().file().kind()).isEqualTo("voice");
    scene.fake.forbidVoice(alice);
    send(voice, text("said"));
    assertThat(last().file().kind()).isEqualTo("document");
    byte[] mp3 = {1, 2, 3, '\r', '\n', 0, -1};
    send(new Upload(Upload.Kind.AUDIO, "a.mp3", "audio/mpeg", mp3, ""), text("heard"));
    assertThat(last().file().kind()).isEqualTo("audio");
    assertThat(last().file().bytes()).isEqualTo(mp3);
  }

  @Test
  void aCaptionThatIsTooLongIsCut() {
    Reply caption = text("word ".repeat(400));
    send(Upload.document("a.md", "text/markdown", new byte[] {'a'}), caption);
    assertThat(last().text()).hasSize(1024).endsWith("…");
  }

  @Test
  void whatTelegramSaysOfASendIsToldTruly() {
    Upload file = Upload.document("a.md", "text/markdown", new byte[] {'a'});
    scene.fake.throttleNext(chat, 3);
    assertThat(scene.bot.upload(there, file, text("x"), "n"))
        .isInstanceOfSatisfying(
            Delivery.Throttled.class, t -> assertThat(t.retryAfter()).hasSeconds(3));
    scene.fake.withoutBudgets();
    Refusing tooLarge = new Refusing(0, 1, 413, "Request Entity Too Large", 0);
    scene.fake.refuse("senddocument", "", tooLarge);
    assertThat(scene.bot.upload(there, file, text("x"), "n")).isInstanceOf(Delivery.Gone.class);
    scene.fake.expel(chat);
    assertThat(scene.bot.upload(there, file, text("x"), "n")).isInstanceOf(Delivery.Gone.class);
    scene.fake.down();
    assertThat(scene.bot.upload(there, file, text("x"), "n")).isInstanceOf(Delivery.Failed.class);
  }
}
