package io.switchboard.markup.grammar;

/** A literal of the library's tree as it was written, of whole characters. */
public final class Literal {
  private Literal() {}

  /**
   * The literal. Half a surrogate pair is no character, and platforms refuse texts that hold one:
   * it may be written by its number, or come out of a stream that was cut.
   */
  public static String of(String text) {
    String written = EastAsian.unmarked(text);
    for (int i = 0; i < written.length(); i++) {
      if (Character.isSurrogate(written.charAt(i))) {
        return whole(written);
      }
    }
    return written;
  }

  private static String whole(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
