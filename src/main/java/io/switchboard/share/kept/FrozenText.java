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

  /**
   * A question and its answer, in Markdown.
   *
   * @param variants the other answers to it, oldest first
   */
  public record Part(String question, String answer, List<String> variants) {
    public Part {
      variants = List.copyOf(variants);
    }

    /** The same with every string changed. */
    Part map(UnaryOperator<String> change, UnaryOperator<String> inVariants) {
      return new Part(
          change.apply(question), change.apply(answer), variants.stream().map(inVariants).toList());
    }
  }

  /** All that it says, in its order, without the variants. */
  public Stream<String> strings() {
    return parts.stream().flatMap(p -> Stream.of(p.question(), p.answer()));
  }

  /** All that it says, in its order, with the variants. */
  public Stream<String> allStrings() {
    return parts.stream()
        .flatMap(p -> Stream.concat(Stream.of(p.question(), p.answer()), p.variants().stream()));
  }

  /** The first words of it; never blank. */
  public String title() {
    return strings().map(Titles::ofQuestion).filter(t -> !t.isBlank()).findFirst().orElse("…");
  }

  /** The same with every string changed, those in the variants in their own way. */
  public FrozenText map(UnaryOperator<String> change, UnaryOperator<String> inVariants) {
    return new FrozenText(parts.stream().map(p -> p.map(change, inVariants)).toList(), frozenAt);
  }

  String write() {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode turns = node.putArray("turns");
    for (Part part : parts) {
      ObjectNode turn = turns.addObject();
      turn.put("question", part.question()).put("answer", part.answer());
      if (!part.variants().isEmpty()) {
        ArrayNode variants = turn.putArray("variants");
        part.variants().forEach(variants::add);
      }
    }
    return node.toString();
  }

  static FrozenText read(String text, Instant frozenAt) {
    try {
      List<Part> parts = new ArrayList<>();
      for (JsonNode turn : JSON.readTree(text).path("turns")) {
        List<String> variants = new ArrayList<>();
        turn.path("variants").forEach(variant -> variants.add(variant.asText("")));
        parts.add(
            new Part(turn.path("question").asText(""), turn.path("answer").asText(""), variants));
      }
      return new FrozenText(parts, frozenAt);
    } catch (JacksonException e) {
      throw new IllegalStateException("a frozen copy cannot be read", e);
    }
  }
}
