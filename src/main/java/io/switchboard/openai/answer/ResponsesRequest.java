package io.switchboard.openai.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.account.Prompt.Role;
import io.switchboard.openai.wire.ErrorAnswer;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Collectors;

/**
 * A prompt in the words of the Responses API (platform.openai.com/docs/api-reference/responses).
 */
public record ResponsesRequest(Prompt prompt, String defaultModel) implements AskRequest {
  /** OpenAI refuses a smaller bound. */
  private static final int LEAST_TOKENS = 16;

  @Override
  public AnswerReader reader(ErrorAnswer errors, Queue<Piece> pieces) {
    return new ResponseEvents(errors, pieces);
  }

  @Override
  public String json(Dialect.Words words) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    String model = prompt.model();
    root.put("model", model == null ? defaultModel : model);
    String system =
        prompt.messages().stream()
            .filter(message -> message.role() == Role.SYSTEM)
            .map(Prompt.Message::text)
            .collect(Collectors.joining("\n\n"));
    if (!system.isEmpty()) {
      root.put("instructions", system);
    }
    ArrayNode input = root.putArray("input");
    prompt.messages().stream()
        .filter(message -> message.role() != Role.SYSTEM)
        .forEach(message -> add(input, message));
    root.put("stream", true);
    if (words.store()) {
      root.put("store", false);
    }
    Integer most = prompt.maxTokens();
    if (most != null) {
      root.put("max_output_tokens", Math.max(LEAST_TOKENS, most));
    }
    return root.toString();
  }

  private static void add(ArrayNode input, Prompt.Message message) {
    ObjectNode node = input.addObject();
    node.put("role", message.role().name().toLowerCase(Locale.ROOT));
    if (message.pictures().isEmpty()) {
      node.put("content", message.text());
      return;
    }
    ArrayNode parts = node.putArray("content");
    if (!message.text().isEmpty()) {
      parts.addObject().put("type", "input_text").put("text", message.text());
    }
    for (Prompt.Picture picture : message.pictures()) {
      parts
          .addObject()
          .put("type", "input_image")
          .put("image_url", "data:" + picture.type() + ";base64," + picture.base64());
    }
  }
}
