package io.switchboard.http.check;

import io.switchboard.http.Refused;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import io.switchboard.http.Throttle;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code /itself/{nonce}}: proves to whoever has the same key that it is this Switchboard that
 * answers. To anybody else the proof says nothing.
 */
public final class Proof {
  private static final String PATH = "/itself/";
  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");

  private final byte[] key;
  private final Throttle throttle;

  /**
   * By this key.
   *
   * @param key any bytes that processes of the same Switchboard have in common, and nobody else
   */
  public Proof(byte[] key, InstantSource time) {
    this.key = key.clone();
    this.throttle = new Throttle(time, 30, Duration.ofMinutes(1));
  }

  /** Answers there. */
  public void on(Routes routes) {
    routes.get(
        PATH + "{nonce}",
        request -> {
          String nonce = request.param("nonce");
          if (!NONCE.matcher(nonce).matches() || !throttle.allows(request.network())) {
            throw Refused.notFound();
          }
          return Response.text("text/plain; charset=utf-8", of(nonce));
        });
  }

  static String path(String nonce) {
    return PATH + nonce;
  }

  String of(String nonce) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal(("itself " + nonce).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }
}
