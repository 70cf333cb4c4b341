package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.fake.discord.Shown;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files under messages, over the real JDA. */
class UploadsTest extends InARoom {
  private static final byte[] PNG = "no real picture".getBytes(StandardCharsets.US_ASCII);
  private static final Upload PICTURE = Upload.png("limits.png", PNG, "80 % used");

  @AfterEach
  void nothingWrong() {
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void aPictureWithItsCaptionIsEditedAndDeletedLikeAnyMessage() {
    Reply caption = text("Used so far").with(List.of(List.of(new Button.Press("More", "more"))));
    MessageId message = delivered(bot.platform.upload(here(), PICTURE, caption, "n1"));
    assertThat(delivered(bot.platform.upload(here(), PICTURE, caption, "n1"))).isEqualTo(message);
    Shown shown = only(null);
    assertThat(shown.displayed()).isEqualTo("Used so far");
    assertThat(shown.buttons()).containsExactly("More");
    ObjectNode file = discord.files(shown).getFirst();
    assertThat(file.path("filename").asText()).isEqualTo("limits.png");
    assertThat(file.path("description").asText()).isEqualTo("80 % used");
    assertThat(file.path("size").asInt()).isEqualTo(PNG.length);

    delivered(bot.platform.edit(message, text("Used by now")));
    assertThat(only(null).displayed()).isEqualTo("Used by now");
    assertThat(discord.files(only(null))).hasSize(1);
    delivered(bot.platform.delete(message));
    assertThat(discord.fromBot(channel, null)).isEmpty();
  }

  @Test
  void aPictureNeedsNoText() {
    delivered(bot.platform.upload(here(), PICTURE, text(""), "n2"));
    assertThat(only(null).content()).isEmpty();
  }

  @Test
  void aDeferredCommandIsAnsweredWithAFileForItsAskerAlone() {
    discord.slash(alice, channel, "usage", Map.of());
    IncomingCommand command = (IncomingCommand) bot.heard(1);
    Destination to = command.origin().replyTo();
    Reply caption = text("Yours").onlyForAsker();
    delivered(bot.platform.upload(to, PICTURE, caption, "first"));
    MessageId second = delivered(bot.platform.upload(to, PICTURE, caption, "second"));
    assertThat(discord.fromBot(channel, null)).isEmpty();
    assertThat(discord.fromBot(channel, alice))
        .hasSize(2)
        .allSatisfy(
            shown -> {
              assertThat(shown.thinking()).isFalse();
              assertThat(discord.files(shown)).hasSize(1);
            });
    delivered(bot.platform.delete(second));
    assertThat(discord.fromBot(channel, alice)).hasSize(1);
  }

  @Test
  void afterAQuarterOfAnHourTheFileGoesToThePrivateChat() {
    discord.slash(alice, channel, "usage", Map.of());
    Destination to = ((IncomingCommand) bot.heard(1)).origin().replyTo();
    discord.advance(Duration.ofMinutes(16));
    delivered(bot.platform.upload(to, PICTURE, text("Yours").onlyForAsker(), "late"));
    Shown there = discord.fromBot(discord.dm(alice), alice).getLast();
    assertThat(discord.files(there)).hasSize(1);
    discord.forgive();
  }

  @Test
  void aVoiceIsAVoiceMessageWhereItStandsAlone() {
    Upload voice = new Upload(Upload.Kind.VOICE, "answer.ogg", "audio/ogg", opus(), "");
    delivered(bot.platform.upload(here(), voice, text(""), "v"));
    ObjectNode sound = discord.files(only(null)).getFirst();
    assertThat(sound.path("duration_secs").asDouble()).isEqualTo(2.0);
    assertThat(sound.path("waveform").asText()).isNotEmpty();

    delivered(bot.platform.upload(here(), voice, text("with a text"), "w"));
    Shown withText = discord.fromBot(channel, null).getLast();
    assertThat(discord.files(withText).getFirst().has("waveform")).isFalse();
    Upload broken = new Upload(Upload.Kind.VOICE, "answer.ogg", "audio/ogg", PNG, "");
    delivered(bot.platform.upload(here(), broken, text(""), "b"));
  }

  @Test
  void tooMuchIsGoneAndNothingIsSent() {
    Upload large = Upload.document("a.bin", "application/octet-stream", new byte[(10 << 20) + 1]);
    assertThat(bot.platform.upload(here(), large, text("x"), "n"))
        .isInstanceOf(Delivery.Gone.class);
    assertThat(discord.fromBot(channel, null)).isEmpty();
  }

  /** Two seconds of three pages: both headers and a hundred packets of 20 ms. */
  private static byte[] opus() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] head = new byte[19];
    System.arraycopy("OpusHead".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 8);
    head[10] = (byte) 0x38;
    head[11] = 1;
    page(file, 0, 1, head);
    page(file, 0, 1, "OpusTags________".getBytes(StandardCharsets.US_ASCII));
    page(file, 96_000 + 0x138, 100, new byte[100 * 40]);
    return file.toByteArray();
  }

  private static void page(ByteArrayOutputStream file, long end, int packets, byte[] content) {
    ByteBuffer header = ByteBuffer.allocate(27 + packets).order(ByteOrder.LITTLE_ENDIAN);
    header.put("OggS".getBytes(StandardCharsets.US_ASCII)).putLong(6, end).put(26, (byte) packets);
    for (int i = 0; i < packets; i++) {
      header.put(27 + i, (byte) (content.length / packets));
    }
    file.writeBytes(header.array());
    file.writeBytes(content);
  }
}
