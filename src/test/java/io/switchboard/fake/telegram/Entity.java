package io.switchboard.fake.telegram;

/**
 * A formatted stretch of a text.
 *
 * @param type as in the Bot API: {@code bold}, {@code pre}, {@code text_link} …
 * @param offset in UTF-16 units
 * @param length in UTF-16 units
 * @param argument the address, the programming language, the person's id; empty for none
 */
public record Entity(String type, int offset, int length, String argument) {
  /** The stretch of the text that it covers. */
  public String of(String text) {
    return text.substring(offset, offset + length);
  }
}
