package io.switchboard.openai.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.media.Hears;
import io.switchboard.account.media.Made;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

/** {@code POST /audio/transcriptions}. */
public final class Transcribing implements Hears {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 1 << 20;

  private final String model;
  private final Supplier<OneCall> calls;
  private final Supplier<HttpRequest.Builder> requests;

  /**
   * @param requests to the address, with the key
   */
  public Transcribing(
      String model, Supplier<OneCall> calls, Supplier<HttpRequest.Builder> requests) {
    this.model = model;
    this.calls = calls;
    this.requests = requests;
  }

  @Override
  public Made hear(String name, String type, byte[] sound) throws InterruptedException {
    String boundary = "switchboard-" + UUID.randomUUID();
    HttpRequest request =
        requests
            .get()
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body(boundary, name, type, sound)))
            .build();
    OneCall call = calls.get();
    return call.made(request, LARGEST, bytes -> text(call, bytes));
  }

  private static Made text(OneCall call, byte[] bytes) {
    try {
      JsonNode text = JSON.readTree(bytes).path("text");
      return text.isTextual()
          ? new Made.Text(text.asText().strip())
          : call.broken(Kind.CUT_OFF, "a transcription without its text");
    } catch (IOException e) {
      return call.broken(Kind.CUT_OFF, "the transcription could not be read");
    }
  }

  private byte[] body(String boundary, String name, String type, byte[] sound) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    field(body, boundary, "model", model);
    field(body, boundary, "response_format", "json");
    write(
        body,
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name.replaceAll("[^A-Za-z0-9._-]", "_")
            + "\"\r\nContent-Type: "
            + type
            + "\r\n\r\n");
    body.writeBytes(sound);
    write(body, "\r\n--" + boundary + "--\r\n");
    return body.toByteArray();
  }

  private static void field(
      ByteArrayOutputStream body, String boundary, String name, String value) {
    write(
        body,
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"\r\n\r\n"
            + value
            + "\r\n");
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
