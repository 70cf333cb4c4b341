package io.switchboard.share.kept;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.conversation.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The frozen copy of some turns, as JSON in one column. */
public record FrozenText(List<Part> parts, Instant frozenAt) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public FrozenText {
    parts = List.copyOf(parts);
  }

  /** A question and its answer, in Markdown. */
  public record Part(String question, String answer) {}

  /** All that it says, in its order. */
  public Stream<String> strings() {
    return parts.stream().flatMap(p -> Stream.of(p.question(), p.answer()));
  }

  /** The first words of it; never blank. */
  public String title() {
    return strings().map(Titles::ofQuestion).filter(t -> !t.isBlank()).findFirst().orElse("…");
  }

  /** The same with every string changed. */
  public FrozenText map(UnaryOperator<String> change) {
    return new FrozenText(
        parts.stream()
            .map(p -> new Part(change.apply(p.question()), change.apply(p.answer())))
            .toList(),
        frozenAt);
  }

  String write() {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode turns = node.putArray("turns");
    parts.forEach(p -> turns.addObject().put("question", p.question()).put("answer", p.answer()));
    return node.toString();
  }

  static FrozenText read(String text, Instant frozenAt) {
    try {
      List<Part> parts = new ArrayList<>();
      for (JsonNode turn : JSON.readTree(text).path("turns")) {
        parts.add(new Part(turn.path("question").asText(""), turn.path("answer").asText("")));
      }
      return new FrozenText(parts, frozenAt);
    } catch (JacksonException e) {
      throw new IllegalStateException("a frozen copy cannot be read", e);
    }
  }
}
