package io.switchboard.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a client gets. Nothing is cached unless a Cache-Control header says otherwise. */
public final class Response {
  /** What stands below the headers. */
  sealed interface Body {
    /** Known bytes. */
    final class Bytes implements Body {
      private final byte[] plain;
      private final byte @Nullable [] gzip;

      Bytes(byte[] plain, byte @Nullable [] gzip) {
        this.plain = plain;
        this.gzip = gzip;
      }

      byte[] plain() {
        return plain;
      }

      /** The same, compressed; null to have it done when it is worth it. */
      byte @Nullable [] gzip() {
        return gzip;
      }
    }

    /** Events until the client goes. */
    record Live(Function<Events, AutoCloseable> subscribe) implements Body {}
  }

  private final int status;
  private final Map<String, String> headers;
  private final Body body;

  /** Of one server only: a response is sent by the one that asked for it. */
  private volatile Header @Nullable [] lines;

  private Response(int status, Map<String, String> headers, Body body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** A whole page. */
  public static Response html(String page) {
    return text("text/html; charset=utf-8", page);
  }

  /** JSON. */
  public static Response json(String json) {
    return text("application/json; charset=utf-8", json);
  }

  /** Text of a media type, in UTF-8. */
  public static Response text(String type, String text) {
    return bytes(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes of a media type. */
  public static Response bytes(String type, byte[] bytes) {
    return new Response(200, Map.of("Content-Type", type), new Body.Bytes(bytes, null));
  }

  /** Bytes of a media type, compressed beforehand. */
  public static Response compressed(String type, byte[] plain, byte[] gzip) {
    return new Response(200, Map.of("Content-Type", type), new Body.Bytes(plain, gzip));
  }

  /** Nothing but a status. */
  public static Response empty(int status) {
    return new Response(status, Map.of(), new Body.Bytes(new byte[0], null));
  }

  /** Elsewhere on this server. */
  public static Response redirect(String path) {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("only to a path of this server: " + path);
    }
    return empty(303).header("Location", path);
  }

  /**
   * Server-sent events, with heartbeats, until the client goes or the server stops.
   *
   * @param subscribe is given where events go, and returns what ends that when the client is gone
   */
  public static Response events(Function<Events, AutoCloseable> subscribe) {
    return new Response(
        200,
        Map.of("Content-Type", "text/event-stream; charset=utf-8", "X-Accel-Buffering", "no"),
        new Body.Live(subscribe));
  }

  /** The same with another status. */
  public Response status(int other) {
    return new Response(other, headers, body);
  }

  /** The same with this header, instead of a default of that name. */
  public Response header(String name, String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c == 127)) {
      throw new IllegalArgumentException("a header is one line: " + name);
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }

  /** The same, compressed now rather than each time it is sent. */
  public Response compressedNow() {
    return body instanceof Body.Bytes bytes && bytes.gzip() == null
        ? new Response(status, headers, new Body.Bytes(bytes.plain(), Exchange.gzip(bytes.plain())))
        : this;
  }

  /** The bytes of its body, before compression; 0 for a stream. */
  public int size() {
    return body instanceof Body.Bytes bytes ? bytes.plain().length : 0;
  }

  /** All its headers as the server writes them; made once for a response that is sent often. */
  Header[] lines(Map<String, String> defaults) {
    Header[] known = lines;
    if (known == null) {
      Map<String, String> all = new LinkedHashMap<>(defaults);
      all.putAll(headers);
      known =
          all.entrySet().stream()
              .map(header -> HeaderValues.createCached(header.getKey(), header.getValue()))
              .toArray(Header[]::new);
      lines = known;
    }
    return known;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  Body body() {
    return body;
  }
}
