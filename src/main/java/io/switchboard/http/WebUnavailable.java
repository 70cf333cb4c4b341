package io.switchboard.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The web server could not start; the message says what to do. */
public final class WebUnavailable extends RuntimeException {
  private WebUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Finds out why nothing can listen there. */
  static WebUnavailable on(WebSettings settings) {
    String where = settings.host() + ":" + settings.port();
    if (!hasAddress(settings.host())) {
      return new WebUnavailable(
          "web.host: "
              + settings.host()
              + " has no address: set it to 127.0.0.1, heard on this machine only, or 0.0.0.0,"
              + " heard on all its networks",
          null);
    }
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
              : where + " cannot be listened on: " + advice(why, settings),
          e);
    }
  }

  static boolean hasAddress(String host) {
    try {
      return InetAddress.getByName(host) != null;
    } catch (UnknownHostException none) {
      return false;
    }
  }

  private static String advice(String why, WebSettings settings) {
    if (why.contains("denied") && settings.port() < 1024) {
      return "ports below 1024 are for root: set web.port to one above, such as 8080, and put a"
          + " proxy before it";
    }
    return why.contains("assign")
        ? "this machine has no such address: set web.host to 127.0.0.1, heard on this machine"
            + " only, or 0.0.0.0, heard on all its networks"
        : why + ": set web.host and web.port to what this machine and this user may listen on";
  }
}
