package io.switchboard.openai.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.account.TokenUse;
import io.switchboard.openai.wire.ErrorAnswer;
import io.switchboard.openai.wire.ServerEvents;
import java.util.Locale;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of one chat completion and knows how far it is. */
final class ChatChunks implements AnswerReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ErrorAnswer errors;
  private final Queue<Piece> pieces;
  private final AnswerText text;
  private @Nullable String finish;
  private @Nullable TokenUse counted;
  private boolean done;
  private boolean saidDone;
  private boolean refusing;

  /**
   * @param pieces where what is found goes
   */
  ChatChunks(ErrorAnswer errors, Queue<Piece> pieces) {
    this.errors = errors;
    this.pieces = pieces;
    this.text = new AnswerText(pieces);
  }

  @Override
  public void take(ServerEvents.Event event) {
    String data = event.data().strip();
    if (done) {
      return;
    }
    if (data.equals("[DONE]")) {
      done = true;
      saidDone = true;
    } else if (data.startsWith("{") || data.startsWith("[")) {
      JsonNode chunk = read(data);
      if (chunk != null) {
        take(chunk, event.name().equals("error"));
      } else if (data.indexOf('\n') >= 0) {
        // Some servers leave out the empty line between events.
        data.lines().forEach(line -> take(new ServerEvents.Event(event.name(), line)));
      } else {
        fail(errors.failure(Kind.CUT_OFF, "an event could not be read"));
      }
    }
  }

  /** A whole completion that came as one document instead of a stream. */
  @Override
  public void takeDocument(String body) {
    JsonNode document = read(body);
    if (document == null && body.indexOf('\n') >= 0) {
      // Chunks without the form of events, one a line.
      body.lines().forEach(line -> take(new ServerEvents.Event("", line)));
    } else if (document == null) {
      fail(errors.failure(Kind.CUT_OFF, "the answer could not be read"));
    } else {
      take(document, false);
    }
  }

  private static @Nullable JsonNode read(String data) {
    try {
      JsonNode node = JSON.readTree(data.startsWith("\uFEFF") ? data.substring(1) : data);
      return node == null || !node.isContainerNode() ? null : node;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private void take(JsonNode chunk, boolean isError) {
    if (chunk.isArray()) {
      chunk.forEach(one -> take(one, isError));
      return;
    }
    if (isError || chunk.hasNonNull("error")) {
      fail(errors.inStream(chunk));
      return;
    }
    JsonNode usage = chunk.path("usage");
    if (usage.isObject() && usage.has("prompt_tokens")) {
      counted =
          new TokenUse(
              usage.path("prompt_tokens").asLong(),
              usage.path("prompt_tokens_details").path("cached_tokens").asLong(),
              usage.path("completion_tokens").asLong(),
              true);
    }
    JsonNode choice = chunk.path("choices").path(0);
    if (choice.hasNonNull("error")) {
      fail(errors.inStream(choice));
      return;
    }
    JsonNode delta = choice.hasNonNull("delta") ? choice.get("delta") : choice.path("message");
    if (!thought(delta.path("reasoning_content"))) {
      thought(delta.path("reasoning"));
    }
    text(delta.path("content"));
    refusal(delta.path("refusal"));
    JsonNode reason = choice.path("finish_reason");
    if (reason.isTextual() && !reason.asText().isEmpty()) {
      finish = reason.asText();
    }
  }

  private boolean thought(JsonNode more) {
    if (!more.isTextual() || more.asText().isEmpty()) {
      return false;
    }
    text.thought(more.asText());
    endIfTooLong();
    return true;
  }

  /** The model's own words of refusal begin a paragraph, should it have begun to answer. */
  private void refusal(JsonNode more) {
    if (!more.isTextual() || more.asText().isEmpty()) {
      return;
    }
    if (!refusing) {
      text.newParagraph();
    }
    refusing = true;
    text(more);
  }

  private void text(JsonNode more) {
    if (more.isArray()) {
      more.forEach(this::part);
    } else if (more.isTextual()) {
      text.text(more.asText());
      endIfTooLong();
    }
  }

  private void part(JsonNode part) {
    if (part.path("type").asText("").equals("thinking")) {
      part.path("thinking").forEach(thought -> thought(thought.path("text")));
    } else {
      text(part.path("text"));
    }
  }

  private void endIfTooLong() {
    if (text.tooLong()) {
      finish = "length";
      done = true;
    }
  }

  private void fail(Failure failure) {
    done = true;
    pieces.add(new Piece.Broken(failure));
  }

  /** Whether nothing more of interest can come. */
  @Override
  public boolean done() {
    return done || (finish != null && counted != null);
  }

  /** Whether the answer itself is complete, though its use may still be told. */
  @Override
  public boolean finished() {
    return finish != null;
  }

  /**
   * The last piece, when no more comes.
   *
   * @param estimatedIn the prompt's tokens, should the server not have said so
   */
  @Override
  public Piece last(long estimatedIn) {
    if (finish == null && !(saidDone && text.any())) {
      return new Piece.Broken(
          errors.failure(Kind.CUT_OFF, "the stream ended without a finish_reason"));
    }
    // Some servers and proxies give no reason; [DONE] is then what says that all of it came.
    String how = finish == null ? "stop" : finish;
    TokenUse use = text.use(counted, estimatedIn);
    // OpenAI's words, and those of others that are known to be passed on as they are.
    return switch (how.toLowerCase(Locale.ROOT)) {
      case "error", "abort", "aborted", "cancelled", "canceled" -> broken(Kind.UNAVAILABLE, how);
      case "content_filter", "safety", "recitation", "blocklist", "prohibited_content", "refusal" ->
          text.any() ? new Piece.Ended(use, Piece.By.FILTER) : broken(Kind.REFUSED, how);
      case "length", "max_tokens", "max_output_tokens", "model_length" ->
          new Piece.Ended(use, Piece.By.LENGTH);
      default -> new Piece.Ended(use, Piece.By.ITSELF);
    };
  }

  private Piece broken(Kind kind, String how) {
    return new Piece.Broken(errors.failure(kind, "finish_reason: " + how));
  }
}
