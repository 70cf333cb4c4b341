package io.switchboard.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.switchboard.http.arrival.Proxies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client asks for. */
public final class Request {
  private static final HeaderName FORWARDED = HeaderNames.create("X-Forwarded-For");
  private static final long BODY_NANOS = 30_000_000_000L;
  private static final Pattern LOOPBACK_HOST =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

  private final ServerRequest request;
  private final Map<String, String> params;
  private final Proxies proxies;

  Request(ServerRequest request, Map<String, String> params, Proxies proxies) {
    this.request = request;
    this.params = params;
    this.proxies = proxies;
  }

  /** GET, HEAD or POST. */
  public String method() {
    return request.prologue().method().text();
  }

  /** The path, as it was sent, without what follows a question mark. */
  public String path() {
    return request.prologue().uriPath().rawPath();
  }

  /** What follows the question mark, as it was sent; empty if nothing does. */
  public String rawQuery() {
    return request.prologue().query().rawValue();
  }

  /** The part of the path that a pattern named, decoded. */
  public String param(String name) {
    String value = params.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route names no " + name);
    }
    return value;
  }

  /** A value after the question mark, decoded; the first of several. */
  public Optional<String> query(String name) {
    return request.query().first(name).asOptional();
  }

  /** A header; the first of several. */
  public Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  /**
   * The body as text.
   *
   * @param max the most bytes it may have
   * @throws Refused with 413 if it is longer, with 408 if it takes over 30 s
   */
  public String body(int max) {
    if (request.headers().contentLength().orElse(0) > max) {
      throw new Refused(413, "This is more than is taken here.");
    }
    if (!request.content().hasEntity()) {
      return "";
    }
    long begin = System.nanoTime();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (InputStream in = request.content().inputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        read.write(buffer, 0, n);
        if (read.size() > max) {
          throw new Refused(413, "This is more than is taken here.");
        }
        if (System.nanoTime() - begin > BODY_NANOS) {
          throw new Refused(408, "This took too long to arrive.");
        }
      }
    } catch (IOException e) {
      throw new Refused(400, "This did not arrive whole.");
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  /** The reader's languages, the liked best first; empty if they do not say. */
  public List<Locale> languages() {
    String header = header("Accept-Language").orElse("");
    if (header.isBlank() || header.length() > 500) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0 && !range.getRange().equals("*"))
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /**
   * The client's network, to count by: an IPv4 address, or the first half of an IPv6 address, since
   * one client has all of that.
   */
  public String network() {
    InetAddress peer = peer();
    if (peer == null) {
      return "unknown";
    }
    InetAddress client = proxies.client(peer, forwarded());
    byte[] bytes = client.getAddress();
    if (client instanceof Inet4Address) {
      return client.getHostAddress();
    }
    StringBuilder half = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      half.append(String.format(Locale.ROOT, "%02x", bytes[i]));
    }
    return half.append("/64").toString();
  }

  /**
   * Whether it comes from a browser or program on this machine, which meant this machine: the
   * connection is a loopback one that no proxy forwards, and the Host header names a loopback
   * address (a foreign name there would be DNS rebinding).
   */
  public boolean local() {
    InetAddress peer = peer();
    return peer != null
        && peer.isLoopbackAddress()
        && !wasForwarded()
        && LOOPBACK_HOST.matcher(request.authority().toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a reverse proxy says that it passed this on. */
  public boolean wasForwarded() {
    return header("X-Forwarded-For").isPresent()
        || header("Forwarded").isPresent()
        || header("X-Real-IP").isPresent()
        || header("Via").isPresent();
  }

  /**
   * Whether a page of this very origin sent it, as far as a browser tells: no other origin and no
   * other site is named. The Host header is compared, so see {@link #local} first.
   */
  public boolean sameOrigin() {
    String site = header("Sec-Fetch-Site").orElse("same-origin");
    String origin = header("Origin").orElse("");
    return (site.equals("same-origin") || site.equals("none"))
        && (origin.isEmpty()
            || origin.equalsIgnoreCase("http://" + request.authority())
            || origin.equalsIgnoreCase("https://" + request.authority()));
  }

  /** All lines of it: some proxies add one below what the client itself sent. */
  private String forwarded() {
    return request.headers().contains(FORWARDED)
        ? String.join(",", request.headers().get(FORWARDED).allValues())
        : "";
  }

  private @Nullable InetAddress peer() {
    return request.remotePeer().address() instanceof InetSocketAddress address
        ? address.getAddress()
        : null;
  }
}
