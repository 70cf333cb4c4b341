package io.switchboard.fake.openai;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said and written down. */
final class Media {
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/form-data; boundary=([A-Za-z0-9'()+_,./:=?-]{1,70})");
  private static final Pattern PART =
      Pattern.compile(
          "(?s)Content-Disposition: form-data; name=\"([a-z_]+)\"(?:; filename=\"([^\"]+)\")?\r\n"
              + "(?:Content-Type: ([^\r]+)\r\n)?\r\n(.*)\r\n");
  private static final Set<String> FORMATS =
      Set.of("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm");
  private static final Set<String> FIELDS =
      Set.of("file", "model", "language", "prompt", "response_format", "temperature");

  private static final Set<String> VOICES =
      Set.of(
          "alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer",
          "verse");

  private Media() {}

  /** Writes down whatever the sound says between {@code SAY} and {@code DONE}. */
  static void transcribe(Wire.Request request, OutputStream out, List<String> heard, Script once)
      throws IOException {
    if (once != null && once.status() != 200) {
      Wire.whole(out, once.status(), "application/json", once.headers(), once.body());
      return;
    }
    Matcher boundary = BOUNDARY.matcher(request.headers().getOrDefault("Content-Type", ""));
    Map<String, Matcher> parts = new HashMap<>();
    if (boundary.matches()) {
      String body = new String(request.body(), StandardCharsets.ISO_8859_1);
      String[] pieces = body.split(Pattern.quote("--" + boundary.group(1)), -1);
      for (int i = 1; i < pieces.length - 1; i++) {
        Matcher part = PART.matcher(pieces[i].substring(2));
        if (part.matches()) {
          parts.put(part.group(1), part);
        }
      }
    }
    Matcher file = parts.get("file");
    if (file == null
        || file.group(2) == null
        || !parts.containsKey("model")
        || !FIELDS.containsAll(parts.keySet())) {
      refuse(out, 400, "Missing or unknown form fields: " + parts.keySet(), "");
      return;
    }
    if (!List.of("whisper-1", "gpt-4o-mini-transcribe").contains(parts.get("model").group(4))) {
      refuse(out, 404, "The model does not exist.", "model_not_found");
      return;
    }
    String name = file.group(2);
    if (!FORMATS.contains(name.substring(name.lastIndexOf('.') + 1))) {
      refuse(out, 400, "Invalid file format.", "");
      return;
    }
    String sound = file.group(4);
    heard.add(name + " " + file.group(3) + " " + sound.length());
    int from = sound.indexOf("SAY");
    int to = sound.indexOf("DONE", Math.max(from, 0));
    String said =
        from < 0 || to < 0
            ? ""
            : new String(
                sound.substring(from + 3, to).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    String json = Wire.JSON.createObjectNode().put("text", said).toString();
    Wire.whole(out, 200, "application/json", Map.of(), json);
  }

  /** Reads aloud: what was said can be found again in the sound, behind {@code SAID}. */
  static void speak(
      com.fasterxml.jackson.databind.JsonNode request,
      OutputStream out,
      List<String> heard,
      Script once)
      throws IOException {
    if (once != null && once.status() != 200) {
      Wire.whole(out, once.status(), "application/json", once.headers(), once.body());
      return;
    }
    Set<String> fields = new HashSet<>();
    request.fieldNames().forEachRemaining(fields::add);
    fields.removeAll(Set.of("model", "input", "voice", "response_format", "speed", "instructions"));
    String input = request.path("input").asText();
    if (!List.of("tts-1", "tts-1-hd", "gpt-4o-mini-tts").contains(request.path("model").asText())) {
      refuse(out, 404, "The model does not exist.", "model_not_found");
    } else if (!VOICES.contains(request.path("voice").asText())) {
      refuse(out, 400, "Input should be one of the voices.", "");
    } else if (input.isEmpty() || input.length() > 4096) {
      refuse(out, 400, "String should have between 1 and 4096 characters.", "string_too_long");
    } else if (!fields.isEmpty() || !request.path("response_format").asText().equals("opus")) {
      refuse(out, 400, "Unknown parameters or another format: " + fields, "unknown_parameter");
    } else {
      heard.add("spoken " + input);
      Wire.bytes(out, "audio/ogg", Sound.opus(input));
    }
  }

  /** Draws a picture of one pixel. */
  static void draw(
      com.fasterxml.jackson.databind.JsonNode request,
      OutputStream out,
      List<String> heard,
      Script once)
      throws IOException {
    if (once != null && once.status() != 200) {
      Wire.whole(out, once.status(), "application/json", once.headers(), once.body());
      return;
    }
    String model = request.path("model").asText();
    if (!List.of("gpt-image-1", "dall-e-3").contains(model)) {
      refuse(out, 404, "The model does not exist.", "model_not_found");
      return;
    }
    if (model.startsWith("gpt-image") && request.has("response_format")) {
      refuse(out, 400, "Unknown parameter: 'response_format'.", "unknown_parameter");
      return;
    }
    if (request.path("prompt").asText().isEmpty()) {
      refuse(out, 400, "Missing required parameter: 'prompt'.", "");
      return;
    }
    heard.add("drawn " + request.path("prompt").asText());
    var root = Wire.JSON.createObjectNode().put("created", 1);
    root.putArray("data")
        .addObject()
        .put(
            "b64_json",
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    if (model.startsWith("gpt-image")) {
      root.putObject("usage")
          .put("total_tokens", 1_100)
          .put("input_tokens", 40)
          .put("output_tokens", 1_060);
    }
    Wire.whole(out, 200, "application/json", Map.of(), root.toString());
  }

  private static void refuse(OutputStream out, int status, String message, String code)
      throws IOException {
    Wire.whole(
        out,
        status,
        "application/json",
        Map.of(),
        Wire.error(message, "invalid_request_error", code));
  }
}
