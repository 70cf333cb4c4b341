package io.switchboard.openai.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.account.Piece;
import io.switchboard.account.Prompt;
import io.switchboard.openai.wire.ErrorAnswer;
import java.util.Locale;
import java.util.Queue;

/** A prompt in the words of chat completions. */
public record ChatRequest(Prompt prompt, String defaultModel) implements AskRequest {
  @Override
  public AnswerReader reader(ErrorAnswer errors, Queue<Piece> pieces) {
    return new ChatChunks(errors, pieces);
  }

  @Override
  public String json(Dialect.Words words) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    String model = prompt.model();
    root.put("model", model == null ? defaultModel : model);
    ArrayNode messages = root.putArray("messages");
    prompt.messages().forEach(message -> add(messages, message));
    root.put("stream", true);
    if (words.usage()) {
      root.putObject("stream_options").put("include_usage", true);
    }
    if (bounded()) {
      root.put(words.bound(), prompt.maxTokens());
    }
    return root.toString();
  }

  private static void add(ArrayNode messages, Prompt.Message message) {
    ObjectNode node = messages.addObject();
    node.put("role", message.role().name().toLowerCase(Locale.ROOT));
    // Plain text is sent as plain text: not every server takes a list of parts.
    if (message.pictures().isEmpty()) {
      node.put("content", message.text());
      return;
    }
    ArrayNode parts = node.putArray("content");
    if (!message.text().isEmpty()) {
      parts.addObject().put("type", "text").put("text", message.text());
    }
    for (Prompt.Picture picture : message.pictures()) {
      parts
          .addObject()
          .put("type", "image_url")
          .putObject("image_url")
          .put("url", "data:" + picture.type() + ";base64," + picture.base64());
    }
  }
}
