package io.switchboard.markup.math;

import java.util.Map;

/** The alphabets of mathematics: MathML Core has them as characters of their own only. */
enum Letters {
  ITALIC(0, 0, 0),
  UPRIGHT(0, 0, 0),
  BOLD(0x1D400, 0x1D41A, 0x1D7CE),
  DOUBLE(0x1D538, 0x1D552, 0x1D7D8),
  SCRIPT(0x1D49C, 0x1D4B6, 0),
  FRAKTUR(0x1D504, 0x1D51E, 0),
  SANS(0x1D5A0, 0x1D5BA, 0x1D7E2),
  MONO(0x1D670, 0x1D68A, 0x1D7F6);

  /** Those that were there before the alphabets were. */
  private static final Map<String, String> OLDER =
      Map.ofEntries(
          Map.entry("DOUBLE C", "ℂ"),
          Map.entry("DOUBLE H", "ℍ"),
          Map.entry("DOUBLE N", "ℕ"),
          Map.entry("DOUBLE P", "ℙ"),
          Map.entry("DOUBLE Q", "ℚ"),
          Map.entry("DOUBLE R", "ℝ"),
          Map.entry("DOUBLE Z", "ℤ"),
          Map.entry("SCRIPT B", "ℬ"),
          Map.entry("SCRIPT E", "ℰ"),
          Map.entry("SCRIPT F", "ℱ"),
          Map.entry("SCRIPT H", "ℋ"),
          Map.entry("SCRIPT I", "ℐ"),
          Map.entry("SCRIPT L", "ℒ"),
          Map.entry("SCRIPT M", "ℳ"),
          Map.entry("SCRIPT R", "ℛ"),
          Map.entry("SCRIPT e", "ℯ"),
          Map.entry("SCRIPT g", "ℊ"),
          Map.entry("SCRIPT o", "ℴ"),
          Map.entry("FRAKTUR C", "ℭ"),
          Map.entry("FRAKTUR H", "ℌ"),
          Map.entry("FRAKTUR I", "ℑ"),
          Map.entry("FRAKTUR R", "ℜ"),
          Map.entry("FRAKTUR Z", "ℨ"));

  private final int capitals;
  private final int small;
  private final int digits;

  Letters(int capitals, int small, int digits) {
    this.capitals = capitals;
    this.small = small;
    this.digits = digits;
  }

  /** The letter of this alphabet; itself if there is none. */
  String of(String letter) {
    String older = OLDER.get(this + " " + letter);
    if (older != null) {
      return older;
    }
    int c = letter.codePointAt(0);
    if (c >= 'A' && c <= 'Z' && capitals > 0) {
      return Character.toString(capitals + c - 'A');
    } else if (c >= 'a' && c <= 'z' && small > 0) {
      return Character.toString(small + c - 'a');
    } else if (this == BOLD && c >= 'Α' && c <= 'Ω') {
      return Character.toString(0x1D6A8 + c - 'Α');
    } else if (this == BOLD && c >= 'α' && c <= 'ω') {
      return Character.toString(0x1D6C2 + c - 'α');
    }
    return letter;
  }

  /** The digits of this alphabet. */
  String number(String number) {
    if (digits == 0) {
      return number;
    }
    StringBuilder written = new StringBuilder();
    number
        .chars()
        .forEach(c -> written.appendCodePoint(c >= '0' && c <= '9' ? digits + c - '0' : c));
    return written.toString();
  }
}
