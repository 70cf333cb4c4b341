package io.switchboard.chat.message;

import java.util.Locale;

/**
 * A file to be shown in a place.
 *
 * @param name with its ending, as people see it when they save it
 * @param type the media type, such as {@code image/png}
 * @param description what a picture shows, for those who do not see it; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // carried once from one hand to the next, never compared
public record Upload(Kind kind, String name, String type, byte[] content, String description) {
  /** How it is shown, where a platform makes a difference. */
  public enum Kind {
    /** In the chat, at once: PNG or JPEG. */
    PICTURE,
    /** As if somebody had spoken: OGG with Opus. What is not, is shown as {@link #AUDIO}. */
    VOICE,
    /** With a player. */
    AUDIO,
    /** To be saved. */
    DOCUMENT
  }

  /** A drawn picture. */
  public static Upload png(String name, byte[] content, String description) {
    return new Upload(Kind.PICTURE, name, "image/png", content, description);
  }

  /** A file to be saved. */
  public static Upload document(String name, String type, byte[] content) {
    return new Upload(Kind.DOCUMENT, name, type, content, "");
  }

  /** Whether it is what platforms take as a voice message. */
  public boolean isVoice() {
    String plain = type.toLowerCase(Locale.ROOT);
    return kind == Kind.VOICE && (plain.startsWith("audio/ogg") || plain.startsWith("audio/opus"));
  }
}
