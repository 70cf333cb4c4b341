package io.switchboard.check;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Why a server could not be reached, in words that somebody can do something about. */
public final class WhyUnreachable {
  private WhyUnreachable() {}

  /** A few words; without the address, which may hold a secret. */
  public static String of(Throwable failure) {
    // The innermost tells most: of a name without an address, the outermost says "connect".
    if (caused(failure, UnknownHostException.class).isPresent()
        || caused(failure, UnresolvedAddressException.class).isPresent()) {
      return "its name cannot be looked up";
    }
    // Each HTTP client has timeouts of its own; sockets' are these, too.
    if (caused(failure, InterruptedIOException.class).isPresent()
        || failure.getClass().getSimpleName().contains("Timeout")) {
      return "no answer in time";
    }
    if (caused(failure, NoRouteToHostException.class).isPresent()) {
      return "no network leads there";
    }
    Optional<Throwable> certificate = caused(failure, SSLException.class);
    if (certificate.isPresent()) {
      return "no trusted certificate: " + said(certificate.get());
    }
    Optional<Throwable> refused = caused(failure, ConnectException.class);
    if (refused.isPresent()) {
      return said(refused.get()).contains("unreachable")
          ? "no network leads there"
          : "nobody listens there";
    }
    return said(failure);
  }

  /** Whether no connection came about, so that the server was certainly not told anything. */
  public static boolean beforeAnythingWasSaid(Throwable failure) {
    return caused(failure, UnknownHostException.class).isPresent()
        || caused(failure, UnresolvedAddressException.class).isPresent()
        || caused(failure, ConnectException.class).isPresent()
        || caused(failure, NoRouteToHostException.class).isPresent()
        || caused(failure, SSLHandshakeException.class).isPresent()
        || caused(failure, SocketTimeoutException.class)
            .filter(late -> "Connect timed out".equals(late.getMessage()))
            .isPresent();
  }

  private static Optional<Throwable> caused(Throwable failure, Class<? extends Throwable> by) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .filter(by::isInstance)
        .findFirst();
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage();
    String type = failure.getClass().getSimpleName();
    return message == null || message.contains("/bot") ? type : type + ": " + message;
  }
}
