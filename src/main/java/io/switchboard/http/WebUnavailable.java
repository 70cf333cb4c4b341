package io.switchboard.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** The web server could not start; the message says what to do. */
public final class WebUnavailable extends RuntimeException {
  private WebUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Finds out why nothing can listen there. */
  static WebUnavailable on(WebSettings settings) {
    String where = settings.host() + ":" + settings.port();
    try {
      new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host())).close();
      return new WebUnavailable(
          "the web server did not start on " + where + "; please try again", null);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      return new WebUnavailable(
          why.contains("in use")
              ? where
                  + " is in use by another program: stop that one, or choose another web.port"
                  + " (0 takes any free port)"
              : where + " cannot be listened on (web.host, web.port): " + why,
          e);
    }
  }
}
