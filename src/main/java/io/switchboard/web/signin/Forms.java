package io.switchboard.web.signin;

import io.switchboard.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What is sent by forms. */
public final class Forms {
  private static final int MOST = 4096;

  private Forms() {}

  /** The fields, decoded; the first of several with one name. What is no form has none. */
  public static Map<String, String> read(Request request) {
    Map<String, String> fields = new HashMap<>();
    if (!request
        .header("Content-Type")
        .orElse("")
        .startsWith("application/x-www-form-urlencoded")) {
      return fields;
    }
    for (String field : request.body(MOST).split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(
            decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /**
   * Whether no other site sent it, as far as the browser says. The Origin header says nothing here:
   * where pages tell no referrer, browsers write {@code null} into it.
   */
  static boolean fromHere(Request request) {
    String site = request.header("Sec-Fetch-Site").orElse("same-origin");
    return site.equals("same-origin") || site.equals("none");
  }
}
