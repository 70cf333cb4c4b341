package io.switchboard.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Charts say what they were given; the pictures in target/pictures are for looking at. */
class ChartsTest {
  @BeforeAll
  static void fonts() {
    SystemFonts.assumeThere();
  }

  private static BufferedImage drawn(String name, byte[] png) throws IOException {
    Path file = Path.of("target", "pictures", name + ".png");
    Files.createDirectories(file.getParent());
    Files.write(file, png);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void barsAreAsLongAsTheirShares() throws IOException {
    BufferedImage image =
        drawn(
            "bars-en",
            Bars.png(
                    "Used and left",
                    List.of(
                        new Bars.Bar("30 questions per hour", "24 questions left", 0.2),
                        new Bars.Bar("200 questions per day", "20 questions left", 0.9),
                        new Bars.Bar("$5.00 per month and more words than fit", "$0.00 left", 3)),
                    Locale.ENGLISH)
                .orElseThrow());
    assertThat(image.getWidth()).isEqualTo(Paper.WIDTH);
    assertThat(image.getHeight()).isEqualTo(130 + 3 * 150);
    int wide = Paper.WIDTH - 2 * Paper.MARGIN;
    int y = 130 + 68 + 17;
    assertThat(image.getRGB(Paper.MARGIN + wide / 10, y)).isEqualTo(Paper.BLUE.getRGB());
    assertThat(image.getRGB(Paper.MARGIN + wide / 2, y)).isEqualTo(Paper.TRACK.getRGB());
    assertThat(image.getRGB(Paper.MARGIN + wide / 2, y + 150)).isEqualTo(Paper.AMBER.getRGB());
    assertThat(image.getRGB(Paper.MARGIN + wide - 20, y + 300)).isEqualTo(Paper.RED.getRGB());
  }

  @Test
  void lettersOfEveryLanguageAreLettersAndNoBoxes() throws IOException {
    for (var language : List.of("zh-Hans", "zh-Hant", "ko", "ja")) {
      var png =
          Bars.png(
              "已用與剩餘 사용량 使い",
              List.of(new Bars.Bar("每小时 30 个问题", "남음 24", 0.4)),
              Locale.forLanguageTag(language));
      if (png.isPresent()) { // where the system has such a font
        drawn("bars-" + language, png.get());
      }
    }
    assertThat(Bars.png("\ue123\udbff\udffd", List.of(), Locale.ENGLISH)).isEmpty();
  }

  @Test
  void theBusiestHourIsDarkest() throws IOException {
    double[][] week = new double[7][24];
    for (int day = 0; day < 5; day++) {
      for (int hour = 8; hour < 19; hour++) {
        week[day][hour] = 10 - Math.abs(13 - hour);
      }
    }
    week[2][13] = 30;
    BufferedImage image =
        drawn(
            "week",
            WeekMap.png(
                    new WeekMap.Words(
                        "Quiet hours, last 4 weeks",
                        List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
                        "quiet",
                        "busy",
                        "America/Argentina/Buenos_Aires"),
                    week,
                    Locale.ENGLISH)
                .orElseThrow());
    double column = (Paper.WIDTH - Paper.MARGIN - 170) / 24.0;
    int x = (int) (170 + 13.5 * column);
    assertThat(image.getRGB(x, 180 + 2 * 66 + 33)).isEqualTo(Paper.BLUE.getRGB());
    assertThat(image.getRGB(x, 180 + 6 * 66 + 33)).isEqualTo(Paper.TRACK.getRGB());
    for (int right = 640; right < Paper.WIDTH; right++) {
      for (int y = 180 + 7 * 66 + 50; y < 180 + 7 * 66 + 84; y++) {
        assertThat(image.getRGB(right, y)).as("beside the legend").isEqualTo(image.getRGB(2, 2));
      }
    }
  }
}
