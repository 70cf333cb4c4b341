package io.switchboard.attachment;

/** A file as far as a model can be given it. */
public sealed interface Opened {
  /** What its sender called it, in one line without anything that acts. */
  String name();

  /**
   * A picture.
   *
   * @param type {@code image/png}, {@code image/jpeg}, {@code image/gif} or {@code image/webp}
   * @param base64 its content
   */
  record Picture(String name, String type, String base64) implements Opened {}

  /**
   * A text.
   *
   * @param cut whether there is more of it
   */
  record Text(String name, String text, boolean cut) implements Opened {}

  /**
   * Something said aloud.
   *
   * @param type its media type
   */
  @SuppressWarnings("ArrayRecordComponent") // carried from one hand to the next, never compared
  record Sound(String name, String type, byte[] content) implements Opened {
    /** A name with an ending by which the format is known. */
    public String fileName() {
      return "voice." + Signature.ending(type);
    }
  }

  /** Nothing that a model can be given. */
  record Unreadable(String name, Reason why) implements Opened {}

  /** Why a file cannot be given. */
  enum Reason {
    /** It was deleted, or its platform is switched off. */
    GONE,
    /** Its platform did not give it out just now. */
    FAILED,
    /** It is larger than what is claimed of it, and than what is allowed. */
    TOO_LARGE,
    /** It is neither a picture nor text. */
    WRONG_KIND
  }
}
