package io.switchboard.attachment;

/**
 * Which files may come with a question.
 *
 * @param count so many at most; 0 for none
 * @param bytes so large may each be, at most 20 MB (20000000)
 * @param textCharacters so much of the text files of one question is read
 */
public record AttachmentSettings(int count, long bytes, int textCharacters) {
  public static final AttachmentSettings DEFAULTS = new AttachmentSettings(4, 8_000_000, 60_000);

  public AttachmentSettings {
    if (count < 0) {
      throw new IllegalArgumentException("count: 0 or more");
    }
    if (bytes < 1 || bytes > 20_000_000) {
      throw new IllegalArgumentException("bytes: from 1 to 20000000, the most that Telegram gives");
    }
    if (textCharacters < 1) {
      throw new IllegalArgumentException("textCharacters: at least 1");
    }
  }
}
