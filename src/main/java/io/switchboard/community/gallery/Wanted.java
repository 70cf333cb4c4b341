package io.switchboard.community.gallery;

/**
 * What somebody looks for.
 *
 * @param words as they typed them; {@code #word} is a tag; blank for everything
 * @param tag one tag beside them, as its author wrote it; blank for any
 * @param page from 0
 */
public record Wanted(String words, String tag, Order order, int page) {
  /** More is cut. */
  public static final int LONGEST = 200;

  /** Further pages are empty. */
  public static final int LAST_PAGE = 5_000;

  /** What comes first. */
  public enum Order {
    /** What was posted last. */
    NEW,
    /** What most people like. */
    LIKED
  }

  public Wanted {
    words = cut(words);
    tag = cut(tag);
    page = Math.clamp(page, 0, LAST_PAGE);
  }

  private static String cut(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST
        ? line
        : line.substring(
            0, Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
  }

  /** Everything, the newest first. */
  public static Wanted all() {
    return new Wanted("", "", Order.NEW, 0);
  }
}
