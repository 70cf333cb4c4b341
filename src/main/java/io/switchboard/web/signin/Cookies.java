package io.switchboard.web.signin;

import io.switchboard.http.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two cookies there are. The prefix makes browsers take them over TLS or from this machine
 * only, for this very host, and never from a page of another one.
 */
enum Cookies {
  /** Who is signed in. */
  SESSION("__Host-switchboard"),
  /** A browser that asks to be signed in. */
  ASKING("__Host-switchboard-asking");

  private final String key;
  private final Pattern value;

  Cookies(String key) {
    this.key = key;
    this.value =
        Pattern.compile("(?:^|;\\s*)" + Pattern.quote(key) + "=([A-Za-z0-9_-]{20,64})(?=;|$)");
  }

  /** What the browser sent. */
  Optional<String> in(Request request) {
    Matcher found = value.matcher(request.header("Cookie").orElse(""));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The header's value that sets it. */
  String set(String secret, Duration length) {
    return key + "=" + secret + "; Path=/; Max-Age=" + length.toSeconds() + ATTRIBUTES;
  }

  /** The header's value that takes it away. */
  String drop() {
    return key + "=; Path=/; Max-Age=0" + ATTRIBUTES;
  }

  /** Lax, so that a link in a chat finds one signed in; forms are protected on their own. */
  private static final String ATTRIBUTES = "; Secure; HttpOnly; SameSite=Lax";
}
