package io.switchboard.openai.media;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.media.Made;
import io.switchboard.account.media.Speaks;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * {@code POST /audio/speech}.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/audio/createSpeech">The
 *     reference</a>
 */
public final class Speaking implements Speaks {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 1 << 24;

  private final String model;
  private final String voice;
  private final Supplier<OneCall> calls;
  private final Supplier<HttpRequest.Builder> requests;

  /**
   * On a server.
   *
   * @param requests to the address, with the key
   */
  public Speaking(
      String model, String voice, Supplier<OneCall> calls, Supplier<HttpRequest.Builder> requests) {
    this.model = model;
    this.voice = voice;
    this.calls = calls;
    this.requests = requests;
  }

  @Override
  public Made speak(String text) throws InterruptedException {
    String body =
        JSON.createObjectNode()
            .put("model", model)
            .put("input", text)
            .put("voice", voice)
            .put("response_format", "opus")
            .toString();
    HttpRequest request =
        requests
            .get()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    OneCall call = calls.get();
    return call.made(request, LARGEST, bytes -> sound(call, bytes, model));
  }

  private static Made sound(OneCall call, byte[] bytes, String model) {
    String type = type(bytes);
    return type.isEmpty()
        ? call.broken(Kind.CUT_OFF, "no sound in the answer")
        : new Made.File(type, bytes, new Made.Cost(model, 0, 0));
  }

  /** By how it begins, since servers that know one format only give that, whatever was asked. */
  private static String type(byte[] sound) {
    String head = new String(sound, 0, Math.min(sound.length, 12), StandardCharsets.ISO_8859_1);
    if (head.startsWith("OggS")) {
      return "audio/ogg";
    } else if (head.startsWith("ID3") || (head.length() > 1 && head.matches("(?s)ÿ[ûóòú].*"))) {
      return "audio/mpeg";
    }
    return head.matches("(?s)RIFF....WAVE") ? "audio/wav" : "";
  }
}
