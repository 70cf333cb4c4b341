package io.switchboard.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account is asked.
 *
 * @param model a model's name, or null for the account's own
 * @param messages oldest first; the last one is the question
 * @param maxTokens a bound on the answer, or null for the server's own
 */
public record Prompt(@Nullable String model, List<Message> messages, @Nullable Integer maxTokens) {
  public Prompt {
    messages = List.copyOf(messages);
  }

  /** The same for another model; null for the account's own. */
  public Prompt by(@Nullable String other) {
    return new Prompt(other, messages, maxTokens);
  }

  /** Who said something. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }

  /** Something said, with the pictures that came with it. */
  public record Message(Role role, String text, List<Picture> pictures) {
    public Message {
      pictures = List.copyOf(pictures);
    }

    /** Something said without pictures. */
    public static Message of(Role role, String text) {
      return new Message(role, text, List.of());
    }
  }

  /** A picture in Base64 and its media type, such as {@code image/png}. */
  public record Picture(String type, String base64) {}
}
