package io.switchboard.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every response says to the browser, unless it says otherwise itself. */
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " media-src 'self';"
          + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private SecurityHeaders() {}

  static Map<String, String> of(WebSettings settings) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Security-Policy",
        settings.secure() ? POLICY + "; upgrade-insecure-requests" : POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Robots-Tag", "noindex, nofollow, noarchive");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(),"
            + " browsing-topics=()");
    headers.put("X-Permitted-Cross-Domain-Policies", "none");
    headers.put("Cache-Control", "no-store");
    if (settings.secure()) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    return headers;
  }
}
