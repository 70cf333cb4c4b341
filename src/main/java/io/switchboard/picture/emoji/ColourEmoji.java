package io.switchboard.picture.emoji;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of emoji, as this system has them. */
public final class ColourEmoji {
  private static final Logger log = LoggerFactory.getLogger(ColourEmoji.class);
  private static final int REMEMBERED = 500;

  /** Where Debian, Fedora, Arch, Alpine and people themselves put it. */
  private static final List<String> PLACES =
      List.of(
          "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
          "/usr/share/fonts/google-noto-color-emoji-fonts/NotoColorEmoji.ttf",
          "/usr/share/fonts/google-noto-emoji/NotoColorEmoji.ttf",
          "/usr/share/fonts/noto/NotoColorEmoji.ttf",
          "/usr/local/share/fonts/NotoColorEmoji.ttf",
          System.getProperty("user.home", "") + "/.local/share/fonts/NotoColorEmoji.ttf",
          System.getProperty("user.home", "") + "/.fonts/NotoColorEmoji.ttf");

  private static final class Systems {
    static final Optional<ColourEmoji> ONE = open(PLACES.stream().map(Path::of).toList());
  }

  private final Glyphs glyphs;
  private final Bitmaps bitmaps;
  private final Map<String, Optional<BufferedImage>> known = new ConcurrentHashMap<>();

  private ColourEmoji(FontFile font) {
    glyphs = new Glyphs(font);
    bitmaps = new Bitmaps(font);
  }

  /** Those of this system; empty if it has none. */
  public static Optional<ColourEmoji> ofSystem() {
    return Systems.ONE;
  }

  static Optional<ColourEmoji> open(List<Path> places) {
    for (Path file : places) {
      if (Files.isReadable(file)) {
        try {
          return Optional.of(new ColourEmoji(FontFile.open(file)));
        } catch (RuntimeException e) {
          log.warn("{} cannot be used for emoji: {}", file, e.toString());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The picture of one.
   *
   * @param cluster what is drawn as one: a character, or several with joiners
   */
  public Optional<BufferedImage> of(String cluster) {
    Optional<BufferedImage> image = known.get(cluster);
    if (image == null) {
      image = read(cluster);
      if (known.size() < REMEMBERED) {
        known.put(cluster, image);
      }
    }
    return image;
  }

  private Optional<BufferedImage> read(String cluster) {
    try {
      Optional<byte[]> png = glyphs.of(cluster).flatMap(bitmaps::of);
      return png.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(png.get())));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
