package io.switchboard.fake.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What OpenAI would refuse of a chat completion's request. */
final class ChatCheck {
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "messages",
          "stream",
          "stream_options",
          "max_tokens",
          "max_completion_tokens",
          "temperature",
          "top_p",
          "n",
          "stop",
          "user",
          "reasoning_effort",
          "seed",
          "store",
          "response_format",
          "tools",
          "tool_choice",
          "metadata",
          "verbosity",
          "service_tier");
  private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");

  private ChatCheck() {}

  /** The refusal, if the request deserves one. */
  static Optional<Script> refusal(JsonNode request, Set<String> models, Set<String> unknown) {
    if (!request.isObject()) {
      return bad("We could not parse the JSON body of your request.", "");
    }
    for (var names = request.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KNOWN.contains(name) || unknown.contains(name)) {
        return bad("Unrecognized request argument supplied: " + name, "");
      }
    }
    String model = request.path("model").asText("");
    if (model.isEmpty()) {
      return bad("you must provide a model parameter", "");
    }
    if (!models.contains(model)) {
      return Optional.of(
          Script.refuse(
              404,
              "invalid_request_error",
              "model_not_found",
              "The model `" + model + "` does not exist or you do not have access to it."));
    }
    if (request.has("max_tokens") && (model.startsWith("gpt-5") || model.startsWith("o"))) {
      return bad(
          "Unsupported parameter: 'max_tokens' is not supported with this model."
              + " Use 'max_completion_tokens' instead.",
          "unsupported_parameter");
    }
    if (request.has("stream") && !request.get("stream").isBoolean()) {
      return bad("Invalid type for 'stream': expected a boolean.", "invalid_type");
    }
    if (request.has("stream_options") && !request.path("stream").asBoolean()) {
      return bad("The 'stream_options' parameter is only allowed when 'stream' is enabled.", "");
    }
    return messages(request.path("messages"));
  }

  private static Optional<Script> messages(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty()) {
      return bad("Invalid 'messages': empty array.", "empty_array");
    }
    int index = 0;
    for (JsonNode message : messages) {
      String at = "messages[" + index++ + "]";
      if (!ROLES.contains(message.path("role").asText(""))) {
        return bad("Invalid value for '" + at + ".role'.", "invalid_value");
      }
      JsonNode content = message.path("content");
      if (content.isArray() && !content.isEmpty()) {
        for (JsonNode part : content) {
          if (!part(part)) {
            return bad("Invalid value for '" + at + ".content'.", "invalid_value");
          }
        }
      } else if (!content.isTextual()) {
        return bad("Invalid type for '" + at + ".content': expected a string or list.", "");
      }
    }
    return Optional.empty();
  }

  private static boolean part(JsonNode part) {
    return switch (part.path("type").asText("")) {
      case "text" -> part.path("text").isTextual();
      case "image_url" -> {
        String url = part.path("image_url").path("url").asText("");
        yield url.startsWith("https://") || PictureUrl.isGood(url);
      }
      default -> false;
    };
  }

  private static Optional<Script> bad(String message, String code) {
    return Optional.of(Script.refuse(400, "invalid_request_error", code, message));
  }

  /** The text of the last message of the user. */
  static String question(JsonNode request) {
    String question = "";
    for (JsonNode message : request.path("messages")) {
      if (message.path("role").asText("").equals("user")) {
        question = text(message.path("content"));
      }
    }
    return question;
  }

  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("");
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText("")));
    return text.toString();
  }
}
