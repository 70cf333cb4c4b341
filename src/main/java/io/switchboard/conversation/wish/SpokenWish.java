package io.switchboard.conversation.wish;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.conversation.TurnId;
import java.util.Optional;

/**
 * An answer that is to be read aloud: kept with the request as text.
 *
 * @param taken under which name it was taken from the limits
 */
public record SpokenWish(TurnId turn, String taken) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIELD = "speak";
  private static final String TAKEN = "taken";

  /** As one string, in JSON. */
  public String encode() {
    return JSON.createObjectNode().put(FIELD, turn.value()).put(TAKEN, taken).toString();
  }

  /** From {@link #encode}; empty if something else is asked. */
  public static Optional<SpokenWish> decode(String encoded) {
    try {
      JsonNode all = JSON.readTree(encoded);
      JsonNode turn = all.path(FIELD);
      return turn.isIntegralNumber()
          ? Optional.of(new SpokenWish(new TurnId(turn.asLong()), all.path(TAKEN).asText("")))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
