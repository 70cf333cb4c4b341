package io.switchboard.picture.card;

import io.switchboard.picture.emoji.ColourEmoji;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text in pieces, of which each can be drawn.
 *
 * @param readable false if letters are missing
 */
record Lettering(List<Piece> pieces, boolean readable) {
  Lettering {
    pieces = List.copyOf(pieces);
  }

  /** What is drawn as one. */
  sealed interface Piece {
    /** A letter with its marks. */
    record Letter(String text, Font font) implements Piece {}

    /** A small picture. */
    record Emoji(BufferedImage image) implements Piece {}
  }

  /** More does not fit a card. */
  private static final int LONGEST = 2_000;

  /** The longest emoji there are have as many. */
  private static final int HIGHEST = 16;

  /**
   * What is not seen, apart from joiners. Directions are taken from the letters alone: nothing in a
   * text can turn what is around it.
   */
  private static final String UNSEEN =
      "[\\p{Cntrl}\\u00AD\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFFC]";

  /**
   * Of a text.
   *
   * @param language as HTML writes it; empty if it is not known
   */
  static Lettering of(String text, String language) {
    String line = cut(text, LONGEST).replaceAll("\\s+", " ").replaceAll(UNSEEN, "").strip();
    Faces faces = Faces.of(language);
    Optional<ColourEmoji> emoji = ColourEmoji.ofSystem();
    List<Piece> pieces = new ArrayList<>();
    boolean readable = true;
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(line);
    int from = clusters.first();
    for (int to = clusters.next(); to != BreakIterator.DONE; to = clusters.next()) {
      // A letter under a heap of marks is that letter with the first of them.
      String cluster = cut(line.substring(from, to), HIGHEST);
      from = to;
      Optional<Piece> piece = piece(cluster, faces, emoji);
      piece.ifPresent(pieces::add);
      readable &= piece.isPresent() || cluster.codePoints().noneMatch(Lettering::says);
    }
    return new Lettering(pieces, readable);
  }

  /** No more than so many characters, and no half of one. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private static Optional<Piece> piece(String cluster, Faces faces, Optional<ColourEmoji> emoji) {
    if (inColour(cluster)) {
      Optional<BufferedImage> image = emoji.flatMap(all -> all.of(cluster));
      if (image.isPresent()) {
        return image.map(Piece.Emoji::new);
      }
    }
    String shown = cluster.replaceAll("[\\uFE00-\\uFE0F]", "");
    return faces.with(shown).map(font -> new Piece.Letter(shown, font));
  }

  private static boolean inColour(String cluster) {
    return cluster.indexOf('\uFE0E') < 0
        && (cluster.indexOf('\uFE0F') >= 0
            || cluster.codePoints().anyMatch(Character::isEmojiPresentation));
  }

  /** Whether a text loses something without it. */
  private static boolean says(int c) {
    return Character.isLetterOrDigit(c);
  }

  /** Without the last so many pieces. */
  Lettering first(int count) {
    return new Lettering(pieces.subList(0, count), readable);
  }

  /** Whether there is something to see. */
  boolean blank() {
    return pieces.stream()
        .allMatch(p -> p instanceof Piece.Letter(String t, Font f) && t.isBlank());
  }
}
