package io.switchboard.picture.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.picture.SystemFonts;
import io.switchboard.picture.emoji.ColourEmoji;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards say what they were given; the pictures in target/pictures are for looking at. */
class CardTest {
  private static final int MOST_BYTES = 300_000;
  private static final int INK = 0x211f2e;

  @BeforeAll
  static void fonts() {
    SystemFonts.assumeThere();
  }

  private static BufferedImage drawn(String name, String title, String lines, String language)
      throws IOException {
    byte[] png = Card.of(new Card.Words(title, lines, language, "Switchboard")).orElseThrow().png();
    assertThat(png.length).isLessThan(MOST_BYTES);
    Path file = Path.of("target", "pictures", "card-" + name + ".png");
    Files.createDirectories(file.getParent());
    Files.write(file, png);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
    return image;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short | Why is the sky blue? | Sunlight is scattered by the molecules of the air, and blue"
            + " light more than red, because the scattering grows with the fourth power of the"
            + " frequency. So the sky is blue in every direction but that of the sun. | en",
        "long | How would you design a fair queue in front of one shared account so that nobody"
            + " starves, heavy users wait their turn, and a crash at any instant loses nothing that"
            + " was accepted? | Begin with the row as the truth. | en",
        "chinese | 电话总机是什么？为什么人们喜欢它？ |"
            + " 电话总机把一条线路接到另一条线路上。接线员坐在插板前，用塞绳把主叫和被叫连在一起；自动交换机出现以后，这项工作慢慢消失了，但名字留了下来。 | zh-Hans",
        "traditional | 電話總機是什麼？ | 電話總機把一條線路接到另一條線路上，接線生坐在插板前面。 | zh-Hant",
        "korean | 전화 교환대는 무엇이고 사람들은 왜 그것을 좋아했을까요? | 교환대는 한 회선을 다른 회선에 연결합니다. 교환원이 플러그를 꽂아 두 사람을 이어"
            + " 주었습니다. | ko",
        "japanese | 電話交換台とは何ですか？ | 交換台は一つの回線を別の回線につなぎます。 | ja",
        "arabic | ما هي لوحة التبديل الهاتفية ولماذا أحبها الناس؟ | تصل لوحة التبديل خطًا بآخر،"
            + " وكان العامل يجلس أمامها ويصل بين المتكلمين بأسلاك قصيرة (Switchboard 1878). | ar",
        "hebrew | מהי מרכזייה? | המרכזייה מחברת קו אחד לאחר. | he",
        "emoji | Ship it 🚀 with 👩‍💻 and 🇰🇷 flags, ❤️ and 👍🏽 | Tests are green ✅, coffee is"
            + " ready ☕ and family 👨‍👩‍👧‍👦 waits. 1️⃣ first | en",
        "word | Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft |"
            + " https://example.org/a/very/long/address/without/any/space/in/it/that/goes/on/and/on/until/it/ends"
            + " | en",
        "untitled | … | x | en",
      })
  void everyScriptIsDrawn(String name, String title, String lines, String language)
      throws IOException {
    BufferedImage image = drawn(name, title, lines, language);
    // The edges stay free.
    for (int y = 20; y < 630; y++) {
      for (int x : new int[] {20, 60, 1140, 1180}) {
        assertThat(darkness(image.getRGB(x, y))).as("at " + x + " " + y).isLessThan(60);
      }
    }
    for (int x = 0; x < 1200; x++) {
      assertThat(darkness(image.getRGB(x, 612))).as("at " + x).isLessThan(60);
    }
  }

  @Test
  void whatIsReadFromTheRightBeginsThere() throws IOException {
    assertThat(ink(drawn("left", "Hello", "", "en"), 84, 300)).isPositive();
    assertThat(ink(drawn("right", "مرحبا", "", "ar"), 84, 300)).isZero();
    assertThat(ink(drawn("right", "مرحبا", "", "ar"), 900, 1117)).isPositive();
  }

  @Test
  void nothingInATextTurnsIt() throws IOException {
    BufferedImage plain = drawn("turned", "abc def", "", "en");
    BufferedImage turned = drawn("turned", "\u202Eabc\u202C \u2067def", "", "en");
    assertThat(turned.getRGB(0, 0, 1200, 630, null, 0, 1200))
        .isEqualTo(plain.getRGB(0, 0, 1200, 630, null, 0, 1200));
  }

  @Test
  void heapsOfMarksAndEndlessTextsAreCut() throws IOException {
    String heap = "Z" + "\u0351".repeat(3_000) + "algo";
    BufferedImage image = drawn("heap", heap.repeat(20), (heap + " ").repeat(50), "en");
    assertThat(ink(image, 84, 1117)).isPositive();
    drawn("endless", "word ".repeat(100_000), "电".repeat(300_000), "en");
  }

  @Test
  void lettersThatNoFontHasMakeNoPicture() throws IOException {
    assertThat(Card.of(new Card.Words("\uD80C\uDC00 \uD82C\uDC00 \uD81A\uDC00", "", "", "S")))
        .isEmpty();
    assertThat(Card.of(new Card.Words(" \u200B ", "", "", "S"))).isEmpty();
    // A sign is left out; lines that cannot be written are.
    BufferedImage plain = drawn("sign", "Title", "", "en");
    BufferedImage with = drawn("sign", "Title\uE123", "Lines \uD81A\uDC00", "en");
    assertThat(with.getRGB(0, 0, 1200, 630, null, 0, 1200))
        .isEqualTo(plain.getRGB(0, 0, 1200, 630, null, 0, 1200));
  }

  @Test
  void emojiAreInColour() throws IOException {
    Optional<ColourEmoji> all = ColourEmoji.ofSystem();
    assumeTrue(all.isPresent(), "left out: no Noto Color Emoji here (fonts-noto-color-emoji)");
    for (String one : new String[] {"🚀", "👩‍💻", "🇰🇷", "❤️", "👍🏽", "1️⃣", "👨‍👩‍👧‍👦"}) {
      assertThat(all.get().of(one)).as(one).isPresent();
    }
    assertThat(all.get().of("a")).isEmpty();
    BufferedImage image = drawn("red", "❤️", "", "en");
    int red = 0;
    for (int y = 150; y < 600; y++) {
      for (int x = 84; x < 200; x++) {
        int c = image.getRGB(x, y);
        red += (c >> 16 & 0xFF) > 180 && (c >> 8 & 0xFF) < 110 ? 1 : 0;
      }
    }
    assertThat(red).isGreaterThan(500);
  }

  private static int darkness(int rgb) {
    return 255 - Math.max(rgb >> 16 & 0xFF, Math.max(rgb >> 8 & 0xFF, rgb & 0xFF));
  }

  /** How much of the title stands between these columns. */
  private static int ink(BufferedImage image, int from, int to) {
    int count = 0;
    for (int y = 150; y < 600; y++) {
      for (int x = from; x < to; x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == INK ? 1 : 0;
      }
    }
    return count;
  }
}
