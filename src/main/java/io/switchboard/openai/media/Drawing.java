package io.switchboard.openai.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.media.Draws;
import io.switchboard.account.media.Made;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * {@code POST /images/generations}. The picture is taken from the answer itself, never from an
 * address that a server names.
 */
public final class Drawing implements Draws {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 1 << 25;

  private final String model;
  private final Supplier<OneCall> calls;
  private final Supplier<HttpRequest.Builder> requests;

  /** Whether the server is told how to send the picture: OpenAI's newest models refuse to hear. */
  private volatile boolean formatted;

  /**
   * On a server.
   *
   * @param requests to the address, with the key
   */
  public Drawing(String model, Supplier<OneCall> calls, Supplier<HttpRequest.Builder> requests) {
    this.model = model;
    this.calls = calls;
    this.requests = requests;
    this.formatted = !model.startsWith("gpt-image");
  }

  @Override
  public Made draw(String wish) throws InterruptedException {
    Made made = once(wish);
    if (formatted
        && made instanceof Made.Broken(Failure failure)
        && failure.kind() == Kind.REFUSED
        && failure.detail().contains("response_format")) {
      formatted = false;
      made = once(wish);
    }
    return made;
  }

  private Made once(String wish) throws InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", model).put("prompt", wish).put("n", 1);
    if (formatted) {
      body.put("response_format", "b64_json");
    }
    HttpRequest request =
        requests
            .get()
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build();
    OneCall call = calls.get();
    return call.made(request, LARGEST, bytes -> picture(call, bytes, model));
  }

  private static Made picture(OneCall call, byte[] bytes, String model) {
    try {
      JsonNode answer = JSON.readTree(bytes);
      JsonNode usage = answer.path("usage");
      Made.Cost cost =
          new Made.Cost(
              model,
              Math.max(0, usage.path("input_tokens").asLong()),
              Math.max(0, usage.path("output_tokens").asLong()));
      JsonNode data = answer.path("data").path(0).path("b64_json");
      byte[] content = Base64.getDecoder().decode(data.asText(""));
      String type = type(content);
      return type.isEmpty()
          ? call.broken(Kind.CUT_OFF, "no picture in the answer")
          : new Made.File(type, content, cost);
    } catch (IOException | IllegalArgumentException e) {
      return call.broken(Kind.CUT_OFF, "the picture could not be read");
    }
  }

  /** By how it begins; empty for anything that is not shown everywhere. */
  private static String type(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, 12), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG")) {
      return "image/png";
    }
    return head.startsWith("\u00ff\u00d8\u00ff") ? "image/jpeg" : "";
  }
}
