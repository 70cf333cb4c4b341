package io.switchboard.openai.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.account.TokenUse;
import io.switchboard.openai.wire.ErrorAnswer;
import io.switchboard.openai.wire.ServerEvents;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the typed events of one response. Sequence numbers and indexes are not relied on: some
 * servers leave them out. Events of types not known are passed over.
 */
final class ResponseEvents implements AnswerReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ErrorAnswer errors;
  private final Queue<Piece> pieces;
  private final AnswerText text;
  private @Nullable String item;
  private @Nullable TokenUse counted;
  private boolean finished;
  private boolean cut;
  private boolean filtered;
  private boolean broken;

  /**
   * @param pieces where what is found goes
   */
  ResponseEvents(ErrorAnswer errors, Queue<Piece> pieces) {
    this.errors = errors;
    this.pieces = pieces;
    this.text = new AnswerText(pieces);
  }

  @Override
  public void take(ServerEvents.Event event) {
    String data = event.data().strip();
    if (done() || !data.startsWith("{")) {
      return;
    }
    JsonNode node = read(data);
    if (node == null && data.indexOf('\n') >= 0) {
      // Some servers leave out the empty line between events.
      data.lines().forEach(line -> take(new ServerEvents.Event(event.name(), line)));
    } else if (node == null) {
      fail(new Piece.Broken(errors.failure(Kind.CUT_OFF, "an event could not be read")));
    } else {
      String type = node.path("type").asText("");
      take(type.isEmpty() ? event.name() : type, node);
    }
  }

  private void take(String type, JsonNode node) {
    switch (type) {
      case "response.output_text.delta", "response.refusal.delta" -> {
        newItem(type, node);
        text(node.path("delta").asText(""));
      }
      case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
          thought(node.path("delta").asText(""));
      case "response.completed", "response.incomplete" -> takeWhole(node.path("response"));
      case "response.failed" -> fail(new Piece.Broken(errors.inStream(node.path("response"))));
      case "error" -> fail(new Piece.Broken(errors.inStream(node)));
      default -> {
        if (type.isEmpty() && node.hasNonNull("error")) {
          fail(new Piece.Broken(errors.inStream(node)));
        }
      }
    }
  }

  @Override
  public void takeDocument(String body) {
    JsonNode document = read(body);
    if (document == null) {
      fail(new Piece.Broken(errors.failure(Kind.CUT_OFF, "the answer could not be read")));
    } else {
      takeWhole(document);
    }
  }

  private static @Nullable JsonNode read(String data) {
    try {
      JsonNode node = JSON.readTree(data);
      return node == null || !node.isObject() ? null : node;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** A response as a whole: how it ended, what it used, and its text if none came before. */
  private void takeWhole(JsonNode response) {
    if (response.hasNonNull("error")) {
      fail(new Piece.Broken(errors.inStream(response)));
      return;
    }
    JsonNode usage = response.path("usage");
    if (usage.path("input_tokens").isNumber()) {
      counted =
          new TokenUse(
              usage.path("input_tokens").asLong(),
              usage.path("input_tokens_details").path("cached_tokens").asLong(),
              usage.path("output_tokens").asLong(),
              true);
    }
    if (!text.any()) {
      response.path("output").forEach(this::takeOutput);
    }
    String status = response.path("status").asText("completed");
    String why = response.path("incomplete_details").path("reason").asText("");
    switch (status) {
      case "completed" -> finished = true;
      case "incomplete" -> {
        finished = true;
        filtered = why.equals("content_filter");
        cut = !filtered;
      }
      default -> fail(new Piece.Broken(errors.failure(Kind.UNAVAILABLE, "status: " + status)));
    }
  }

  private void takeOutput(JsonNode output) {
    output.path("summary").forEach(part -> thought(part.path("text").asText("")));
    for (JsonNode part : output.path("content")) {
      if (output.path("type").asText("").equals("reasoning")) {
        thought(part.path("text").asText(""));
      } else {
        text(part.path("text").asText(""));
        text(part.path("refusal").asText(""));
      }
    }
  }

  /** Text of another part or item begins a paragraph of its own. */
  private void newItem(String type, JsonNode node) {
    String now =
        String.join(
            "/", type, node.path("item_id").asText(""), node.path("content_index").asText(""));
    if (item != null && !item.equals(now)) {
      text.newParagraph();
    }
    item = now;
  }

  private void text(String more) {
    text.text(more);
    endIfTooLong();
  }

  private void thought(String more) {
    text.thought(more);
    endIfTooLong();
  }

  private void endIfTooLong() {
    if (text.tooLong()) {
      finished = true;
      cut = true;
    }
  }

  private void fail(Piece.Broken why) {
    broken = true;
    pieces.add(why);
  }

  @Override
  public boolean done() {
    return broken || finished;
  }

  @Override
  public boolean finished() {
    return finished;
  }

  @Override
  public Piece last(long estimatedIn) {
    if (!finished) {
      return new Piece.Broken(
          errors.failure(Kind.CUT_OFF, "the stream ended without response.completed"));
    }
    if (filtered && !text.any()) {
      return new Piece.Broken(errors.failure(Kind.REFUSED, "incomplete: content_filter"));
    }
    TokenUse use = text.use(counted, estimatedIn);
    return new Piece.Ended(
        use, filtered ? Piece.By.FILTER : cut ? Piece.By.LENGTH : Piece.By.ITSELF);
  }
}
