package io.switchboard.conversation.wish;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * A picture that is to be drawn: kept with the request as text, like a {@link
 * io.switchboard.conversation.Question}.
 *
 * @param text what it is to show
 * @param taken under which name it was taken from the limits
 */
public record PictureWish(String text, String taken) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIELD = "draw";
  private static final String TAKEN = "taken";

  /** As one string, in JSON. */
  public String encode() {
    return JSON.createObjectNode().put(FIELD, text).put(TAKEN, taken).toString();
  }

  /** From {@link #encode}; empty if something else is asked. */
  public static Optional<PictureWish> decode(String encoded) {
    try {
      JsonNode all = JSON.readTree(encoded);
      JsonNode wish = all.path(FIELD);
      return wish.isTextual()
          ? Optional.of(new PictureWish(wish.asText(), all.path(TAKEN).asText("")))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
