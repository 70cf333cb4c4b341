package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** Where files are fetched from: by addresses that are signed, and end. */
final class Cdn {
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private volatile int age;

  /** What is kept there. */
  byte[] content(String path) {
    return files.get(path.replaceFirst("\\?.*", "")).clone();
  }

  /** Keeps a file; its address without the host. */
  String keep(String path, byte[] content) {
    files.put(path, content);
    return path + signature();
  }

  private String signature() {
    return "?ex=66a0&is=669f&hm=" + Integer.toHexString(age + 0xabc000) + "&";
  }

  void endAddresses() {
    age++;
  }

  /** The files as a message shows them now. */
  List<ObjectNode> signed(List<ObjectNode> shown) {
    return shown.stream()
        .map(
            file -> {
              String url = file.path("url").asText().replaceFirst("\\?.*", "") + signature();
              return file.deepCopy().put("url", url).put("proxy_url", url);
            })
        .toList();
  }

  MockResponse answer(RecordedRequest request, Consumer<String> violations) {
    if (request.getHeaders().get("Authorization") != null) {
      violations.accept("the bot's token was shown to the CDN");
    }
    String path = request.getUrl().encodedPath();
    byte[] content = files.get(path);
    boolean good = content != null && request.getUrl().toString().endsWith(signature()) && age >= 0;
    return good
        ? new MockResponse.Builder().body(new Buffer().write(content)).build()
        : new MockResponse.Builder().code(404).body("This content is no longer available.").build();
  }

  static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "png" -> "image/png";
      case "jpg" -> "image/jpeg";
      case "txt" -> "text/plain; charset=utf-8";
      case "mp4" -> "video/mp4";
      default -> "application/octet-stream";
    };
  }
}
