package io.switchboard.fake.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Sends a body as it is, cut anywhere, also within a character. */
final class Raw {
  private Raw() {}

  private static Map<String, String> encoding(Script script) {
    String how = script.headers().getOrDefault("Content-Encoding", "");
    return how.isEmpty() ? Map.of() : Map.of("Content-Encoding", how);
  }

  static boolean tell(Generation generation, Script script, OutputStream out) throws IOException {
    byte[] body = Wire.encoded(script.text(generation.question()), script.headers());
    generation.ended(Generation.State.COMPLETE);
    Wire.streamHead(out, script.headers().getOrDefault("Content-Type", ""), encoding(script));
    for (int i = 0; i < body.length; i += script.delta()) {
      byte[] some = Arrays.copyOfRange(body, i, Math.min(body.length, i + script.delta()));
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      chunk.writeBytes(
          (Integer.toHexString(some.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
      chunk.writeBytes(some);
      chunk.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      out.write(chunk.toByteArray());
      out.flush();
    }
    Wire.end(out);
    return true;
  }
}
