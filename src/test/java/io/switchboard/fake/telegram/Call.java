package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call of a method: its name in lower case and its parameters, however they were sent. */
record Call(String method, ObjectNode parameters, Map<String, SentFile> files) {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PART =
      Pattern.compile(
          "(?s)name=\"?([^\";\r\n]+)\"?(?:; filename=\"([^\"]*)\")?.*?\r\n\r\n(.*)\r\n");

  static Call of(String method, HttpExchange http) throws IOException {
    ObjectNode parameters = JSON.createObjectNode();
    Map<String, SentFile> files = new HashMap<>();
    String query = http.getRequestURI().getRawQuery();
    if (query != null) {
      form(query, parameters);
    }
    byte[] body = http.getRequestBody().readAllBytes();
    String type = http.getRequestHeaders().getFirst("Content-Type");
    type = type == null ? "" : type;
    if (type.startsWith("application/json") && body.length > 0) {
      JsonNode read = JSON.readTree(body);
      if (read instanceof ObjectNode object) {
        parameters.setAll(object);
      }
    } else if (type.startsWith("multipart/form-data")) {
      multipart(type, new String(body, StandardCharsets.ISO_8859_1), parameters, files);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      form(new String(body, StandardCharsets.UTF_8), parameters);
    }
    return new Call(method.toLowerCase(Locale.ROOT), parameters, files);
  }

  private static void form(String encoded, ObjectNode into) {
    for (String pair : encoded.split("&")) {
      int equal = pair.indexOf('=');
      if (equal > 0) {
        into.put(
            URLDecoder.decode(pair.substring(0, equal), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equal + 1), StandardCharsets.UTF_8));
      }
    }
  }

  private static void multipart(
      String type, String body, ObjectNode into, Map<String, SentFile> files) {
    String boundary = "--" + type.replaceAll(".*boundary=\"?([^\";]+).*", "$1");
    for (String part : body.split(Pattern.quote(boundary))) {
      Matcher m = PART.matcher(part);
      if (m.find()) {
        byte[] value = m.group(3).getBytes(StandardCharsets.ISO_8859_1);
        if (m.group(2) == null) {
          into.put(m.group(1), new String(value, StandardCharsets.UTF_8));
        } else {
          files.put(utf8(m.group(1)), new SentFile("", utf8(m.group(2)), value));
        }
      }
    }
  }

  private static String utf8(String raw) {
    return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** The file of a parameter: sent in its place, or in the part that {@code attach://} names. */
  SentFile file(String name) {
    String attached = text(name);
    String part = attached.startsWith("attach://") ? attached.substring(9) : name;
    SentFile file = files.get(part);
    if (file == null) {
      throw Refusal.badRequest("there is no " + name + " in the request");
    }
    if (file.bytes().length == 0) {
      throw Refusal.badRequest("file must be non-empty");
    }
    return new SentFile(name, file.name(), file.bytes());
  }

  String text(String name) {
    JsonNode value = parameters.get(name);
    return value == null || value.isNull() ? "" : value.asText();
  }

  long number(String name, long otherwise) {
    String text = text(name);
    return text.isEmpty() ? otherwise : Long.parseLong(text);
  }

  /** An object, sent as such or as a string that holds JSON. */
  JsonNode object(String name) {
    JsonNode value = parameters.get(name);
    if (value == null || value.isNull()) {
      return JSON.missingNode();
    }
    try {
      return value.isTextual() ? JSON.readTree(value.asText()) : value;
    } catch (IOException e) {
      throw Refusal.badRequest("can't parse " + name + " JSON object");
    }
  }
}
