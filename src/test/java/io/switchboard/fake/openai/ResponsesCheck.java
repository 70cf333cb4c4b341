package io.switchboard.fake.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What OpenAI would refuse of a request for a response. */
final class ResponsesCheck {
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "input",
          "instructions",
          "stream",
          "store",
          "max_output_tokens",
          "temperature",
          "top_p",
          "reasoning",
          "text",
          "metadata",
          "truncation",
          "previous_response_id",
          "include",
          "service_tier",
          "user");
  private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");

  private ResponsesCheck() {}

  /** The refusal, if the request deserves one. */
  static Optional<Script> refusal(JsonNode request, Set<String> models, Set<String> unknown) {
    if (!request.isObject()) {
      return bad("We could not parse the JSON body of your request.", "");
    }
    for (var names = request.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KNOWN.contains(name) || unknown.contains(name)) {
        return bad("Unknown parameter: '" + name + "'.", "unknown_parameter");
      }
    }
    String model = request.path("model").asText("");
    if (!models.contains(model)) {
      return bad("The requested model '" + model + "' does not exist.", "model_not_found");
    }
    for (String flag : new String[] {"stream", "store"}) {
      if (request.has(flag) && !request.get(flag).isBoolean()) {
        return bad("Invalid type for '" + flag + "': expected a boolean.", "invalid_type");
      }
    }
    if (request.has("instructions") && !request.get("instructions").isTextual()) {
      return bad("Invalid type for 'instructions': expected a string.", "invalid_type");
    }
    if (request.has("max_output_tokens") && request.path("max_output_tokens").asInt() < 16) {
      return bad(
          "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16.",
          "integer_below_min_value");
    }
    return input(request.path("input"));
  }

  private static Optional<Script> input(JsonNode input) {
    if (input.isTextual()) {
      return Optional.empty();
    }
    if (!input.isArray() || input.isEmpty()) {
      return bad("Missing required parameter: 'input'.", "missing_required_parameter");
    }
    int index = 0;
    for (JsonNode message : input) {
      String at = "input[" + index++ + "]";
      String role = message.path("role").asText("");
      if (!ROLES.contains(role)) {
        return bad("Invalid value: '" + role + "' for '" + at + ".role'.", "invalid_value");
      }
      JsonNode content = message.path("content");
      if (content.isTextual()) {
        continue;
      }
      if (!content.isArray() || content.isEmpty()) {
        return bad("Invalid type for '" + at + ".content'.", "invalid_type");
      }
      for (JsonNode part : content) {
        if (!part(part, role)) {
          return bad("Invalid value for '" + at + ".content'.", "invalid_value");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean part(JsonNode part, String role) {
    boolean own = role.equals("assistant");
    return switch (part.path("type").asText("")) {
      case "input_text" -> !own && part.path("text").isTextual();
      case "output_text" -> own && part.path("text").isTextual();
      case "input_image" -> {
        String url = part.path("image_url").asText("");
        yield !own && (url.startsWith("https://") || PictureUrl.isGood(url));
      }
      default -> false;
    };
  }

  private static Optional<Script> bad(String message, String code) {
    return Optional.of(Script.refuse(400, "invalid_request_error", code, message));
  }

  /** The text of the last message of the user. */
  static String question(JsonNode request) {
    JsonNode input = request.path("input");
    String question = input.isTextual() ? input.asText() : "";
    for (JsonNode message : input) {
      if (message.path("role").asText("").equals("user")) {
        JsonNode content = message.path("content");
        StringBuilder text = new StringBuilder(content.isTextual() ? content.asText() : "");
        content.forEach(part -> text.append(part.path("text").asText("")));
        question = text.toString();
      }
    }
    return question;
  }
}
