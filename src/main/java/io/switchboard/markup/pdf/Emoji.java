package io.switchboard.markup.pdf;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Puts pictures in the place of emoji, for fonts in a PDF have no colours.
 *
 * @param pictures of what is drawn as one; empty where there is none
 */
record Emoji(Function<String, Optional<BufferedImage>> pictures) {
  /** Begins the source of every picture. */
  static final String SOURCE = "data:image/png;base64,";

  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final int SIZE = 48;

  /** More of them are left out: each is kept in the file. */
  private static final int MOST = 400;

  /** The same XHTML, in whose text emoji are pictures that need nothing else. */
  String in(String body) {
    StringBuilder out = new StringBuilder(body.length());
    Map<String, String> made = new HashMap<>();
    int[] left = {MOST};
    Matcher tag = TAG.matcher(body);
    int from = 0;
    while (tag.find()) {
      text(body.substring(from, tag.start()), made, left, out);
      out.append(tag.group());
      from = tag.end();
    }
    text(body.substring(from), made, left, out);
    return out.toString();
  }

  private void text(String text, Map<String, String> made, int[] left, StringBuilder out) {
    if (text.codePoints().noneMatch(Emoji::mayBe)) {
      out.append(text);
      return;
    }
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int from = clusters.first();
    for (int to = clusters.next(); to != BreakIterator.DONE; from = to, to = clusters.next()) {
      String cluster = text.substring(from, to);
      if (left[0] > 0 && isOne(cluster)) {
        String picture = made.computeIfAbsent(cluster, this::picture);
        left[0] -= picture.isEmpty() ? 0 : 1;
        out.append(picture.isEmpty() ? cluster : picture);
      } else {
        out.append(cluster);
      }
    }
  }

  private static boolean mayBe(int c) {
    return c > 0xFF && (Character.isEmoji(c) || c == 0x20E3);
  }

  /** Not a letter that could be one: only what is shown in colour. */
  private static boolean isOne(String cluster) {
    int first = cluster.codePointAt(0);
    return Character.isEmojiPresentation(first)
        || cluster.indexOf(0xFE0F) >= 0
        || cluster.indexOf(0x20E3) >= 0;
  }

  /** So that what reads it aloud has the character, and no font is asked for it. */
  private static String numbered(String cluster) {
    return cluster.codePoints().mapToObj("&#%d;"::formatted).collect(Collectors.joining());
  }

  private String picture(String cluster) {
    Optional<BufferedImage> image = pictures.apply(cluster);
    if (image.isEmpty()) {
      return "";
    }
    BufferedImage small = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D paint = small.createGraphics();
    paint.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    paint.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    paint.drawImage(image.get(), 0, 0, SIZE, SIZE, null);
    paint.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(small, "png", png);
    } catch (IOException e) {
      return "";
    }
    return "<img class=\"emoji\" alt=\""
        + numbered(cluster)
        + "\" src=\""
        + SOURCE
        + Base64.getEncoder().encodeToString(png.toByteArray())
        + "\"/>";
  }
}
