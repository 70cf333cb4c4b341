package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;

/**
 * A request's body: JSON, or a multipart of {@code payload_json} and {@code files[n]}, each of
 * which the JSON's attachments announce by its number.
 */
record Parts(String json, Map<Integer, ObjectNode> files) {
  private static final Pattern PART =
      Pattern.compile("(?s)name=\"([^\"]+)\"(?:; filename=\"([^\"]*)\")?(.*?)\r\n\r\n(.*)\r\n");
  private static final int MOST = 10 << 20;

  static Parts of(RecordedRequest request) {
    String type = String.valueOf(request.getHeaders().get("Content-Type"));
    if (request.getBody() == null || !type.startsWith("multipart/form-data")) {
      return new Parts(request.getBody() == null ? "" : request.getBody().utf8(), Map.of());
    }
    String boundary = "--" + type.replaceAll(".*boundary=\"?([^\";]+).*", "$1");
    String body = new String(request.getBody().toByteArray(), StandardCharsets.ISO_8859_1);
    String json = "";
    Map<Integer, ObjectNode> files = new LinkedHashMap<>();
    for (String part : body.split(Pattern.quote(boundary))) {
      Matcher m = PART.matcher(part);
      if (!m.find()) {
        continue;
      }
      if (m.group(1).equals("payload_json")) {
        json = utf8(m.group(4));
      } else if (m.group(1).matches("files\\[\\d+]") && m.group(2) != null) {
        ObjectNode file = Json.object().put("filename", utf8(m.group(2)));
        file.put("content", m.group(4).getBytes(StandardCharsets.ISO_8859_1));
        files.put(Integer.parseInt(m.group(1).replaceAll("\\D", "")), file);
      }
    }
    return new Parts(json, files);
  }

  private static String utf8(String raw) {
    return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Puts the files in the place of what announces them, as Discord keeps them. */
  void announce(JsonNode body, World world) {
    if (body.path("message").isObject()) {
      announce(body.path("message"), world); // the first one of a forum post
    }
    for (JsonNode announced : body.path("attachments")) {
      ObjectNode entry = (ObjectNode) announced;
      ObjectNode file = files.get(entry.path("id").asInt(-1));
      if (file == null) {
        continue; // one that the message has already
      }
      byte[] content = Base64.getDecoder().decode(file.path("content").asText());
      if (content.length > MOST) {
        throw Refusal.luck(413, 40005, "Request entity too large");
      }
      if (entry.path("description").asText("").length() > 1024) {
        throw Refusal.form("attachments: description: Must be 1024 or fewer in length.");
      }
      if (!entry.path("filename").asText().equals(file.path("filename").asText())) {
        world.violation("a file is announced by another name: " + entry);
      }
      Saying.kept(world, entry, content);
    }
  }
}
