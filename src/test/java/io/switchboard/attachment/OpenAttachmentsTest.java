package io.switchboard.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.attachment.Opened.Reason;
import io.switchboard.chat.Attachment;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.Files;
import io.switchboard.chat.NobodySpeaks;
import io.switchboard.chat.message.Messengers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class OpenAttachmentsTest {
  private final Shelf shelf = new Shelf();
  private final OpenAttachments opening =
      new OpenAttachments(new Messengers(List.of(shelf)), new AttachmentSettings(4, 1_000_000, 50));

  /** A platform that gives out what was laid there. */
  private static final class Shelf extends NobodySpeaks implements Files {
    final Deque<Fetched> next = new ArrayDeque<>();
    final List<String> asked = new ArrayList<>();

    @Override
    public Fetched fetch(Attachment attachment, long mostBytes) {
      asked.add(attachment.reference());
      return next.remove();
    }

    @Override
    public String platform() {
      return "shelf";
    }
  }

  private Opened open(String name, byte[] content) throws InterruptedException {
    shelf.next.add(new Fetched.Whole(content));
    return opening.all(List.of(file(name))).getFirst();
  }

  private static Attachment file(String name) {
    return new Attachment(name, "", 1, "shelf:" + name);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] picture(int width, int height, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 50_000; i++) {
        image.setRGB((int) (i * 7919L % width), (int) (i * 104_729L % height), i * 31_337);
      }
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void picturesAreKnownByTheirContent() throws Exception {
    for (String format : List.of("png", "jpeg", "gif")) {
      byte[] content = picture(20, 10, format);
      assertThat(open(format + ".txt", content))
          .isEqualTo(
              new Opened.Picture(
                  format + ".txt", "image/" + format, Base64.getEncoder().encodeToString(content)));
    }
    byte[] webp = utf8("RIFF0000WEBPVP8 ");
    assertThat(open("w", webp)).isInstanceOf(Opened.Picture.class);
  }

  @Test
  void whatOnlyClaimsToBeAPictureIsWhatItIs() throws Exception {
    assertThat(open("a.png", utf8("no picture")))
        .isEqualTo(new Opened.Text("a.png", "no picture", false));
    assertThat(open("b.png", new byte[] {1, 2, 3, 0, 4}))
        .isEqualTo(new Opened.Unreadable("b.png", Reason.WRONG_KIND));
    assertThat(open("c.txt", utf8("%PDF-1.7 text")))
        .isEqualTo(new Opened.Unreadable("c.txt", Reason.WRONG_KIND));
    assertThat(open("d.txt", new byte[] {(byte) 0xc3, 'a'}))
        .isEqualTo(new Opened.Unreadable("d.txt", Reason.WRONG_KIND));
  }

  @Test
  void textIsReadInItsEncoding() throws Exception {
    assertThat(open("a", utf8("\ufeff하늘"))).isEqualTo(new Opened.Text("a", "하늘", false));
    assertThat(open("b", "\ufeff하늘".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(new Opened.Text("b", "하늘", false));
    assertThat(open("c", new byte[0])).isEqualTo(new Opened.Text("c", "", false));
  }

  @Test
  void allTextTogetherHasABound() throws Exception {
    shelf.next.add(new Fetched.Whole(utf8("x".repeat(40))));
    shelf.next.add(new Fetched.Whole(utf8("y".repeat(9) + "😀".repeat(9))));
    assertThat(opening.all(List.of(file("a"), file("b"))))
        .containsExactly(
            new Opened.Text("a", "x".repeat(40), false), new Opened.Text("b", "y".repeat(9), true));
  }

  @Test
  void aLargePictureIsMadeSmaller() throws Exception {
    for (String format : List.of("png", "jpeg")) {
      byte[] large = picture(5000, 2500, format);
      Opened.Picture small = (Opened.Picture) open(format, large);
      byte[] content = Base64.getDecoder().decode(small.base64());
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(content));
      assertThat(read.getWidth()).isEqualTo(2048);
      assertThat(read.getHeight()).isEqualTo(1024);
      assertThat(content.length).isLessThan(large.length);
      assertThat(Signature.pictureType(content)).hasValue(small.type());
    }
  }

  @Test
  void whatWouldFillTheMemoryStaysAsItIs() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(7000, 6000, BufferedImage.TYPE_BYTE_GRAY), "jpeg", out);
    Opened.Picture given = (Opened.Picture) open("night", out.toByteArray());
    assertThat(Base64.getDecoder().decode(given.base64())).isEqualTo(out.toByteArray());
  }

  @Test
  void aPhotographInMorePassesThanAnybodyMakesStaysAsItIs() throws Exception {
    byte[] few = Passes.photograph(4800, 0);
    Opened.Picture small = (Opened.Picture) open("few", few);
    assertThat(Base64.getDecoder().decode(small.base64())).isNotEqualTo(few);
    byte[] many = Passes.photograph(4800, 30);
    Opened.Picture given = (Opened.Picture) open("many", many);
    assertThat(Base64.getDecoder().decode(given.base64())).isEqualTo(many);
  }

  @Test
  void aMonsterIsNotUnpacked() throws Exception {
    byte[] content = picture(10, 10, "png");
    for (int i : new int[] {16, 20}) {
      content[i] = 0x00;
      content[i + 1] = 0x7f;
    }
    assertThat(open("m", content)).isEqualTo(new Opened.Unreadable("m", Reason.TOO_LARGE));
  }

  @Test
  void aBrokenPictureIsLeftToTheModel() throws Exception {
    byte[] content = picture(3000, 100, "png");
    assertThat(open("b", Arrays.copyOf(content, 60))).isInstanceOf(Opened.Picture.class);
  }

  @Test
  void whatIsGoneIsToldAndWhatFailsIsTriedAgain() throws Exception {
    shelf.next.add(new Fetched.Gone("deleted"));
    shelf.next.add(new Fetched.Failed("502"));
    shelf.next.add(new Fetched.Whole(utf8("at last")));
    shelf.next.add(new Fetched.TooLarge());
    Attachment elsewhere = new Attachment("e", "", 1, "elsewhere:1");
    assertThat(opening.all(List.of(file("a"), file("b"), file("c"), elsewhere)))
        .containsExactly(
            new Opened.Unreadable("a", Reason.GONE),
            new Opened.Text("b", "at last", false),
            new Opened.Unreadable("c", Reason.TOO_LARGE),
            new Opened.Unreadable("e", Reason.GONE));
  }

  @Test
  void whatWasOpenedLatelyIsNotFetchedAgain() throws Exception {
    open("a", utf8("text"));
    assertThat(opening.all(List.of(file("a"))))
        .containsExactly(new Opened.Text("a", "text", false));
    assertThat(shelf.asked).hasSize(1);
  }

  @Test
  void aNameIsOneHarmlessLine() throws Exception {
    assertThat(open("a\n```\u202e\"b\" c", utf8("")).name()).isEqualTo("a b c");
    assertThat(open("  ", utf8("")).name()).isEqualTo("file");
    assertThat(open("x".repeat(300), utf8("")).name()).hasSize(101);
  }
}
