package io.switchboard.web.share;

import io.switchboard.http.Request;
import io.switchboard.http.Response;
import io.switchboard.share.read.Opened;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What asks for a password or a press before a share is shown. Nothing of the share is in it.
 *
 * @param path where the form goes
 * @param password whether one is asked for, rather than a press alone
 * @param counted whether it can be opened only so often
 * @param wrong what was wrong with the last try, in words; empty if there was none
 */
public record GatePage(String path, boolean password, boolean counted, String wrong) {
  private static final int LONGEST_FORM = 4_000;

  static Response of(Opened.Gate gate, String token, String wrong, PageFrame frame) {
    GatePage page = new GatePage("/s/" + token, gate.password(), gate.counted(), wrong);
    return Pages.of("gate", Map.of("frame", frame, "page", page));
  }

  /** What was typed; empty if nothing was. A form from another site is no other than a press. */
  static String typed(Request request) {
    for (String field : request.body(LONGEST_FORM).split("&", -1)) {
      if (field.startsWith("password=")) {
        return decoded(field.substring("password=".length())).orElse("");
      }
    }
    return "";
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
