package io.switchboard.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes responses to clients. */
final class Exchange {
  private static final Logger log = LoggerFactory.getLogger(Exchange.class);
  private static final int WORTH_COMPRESSING = 1024;
  private static final int FITS_THE_SOCKET = 32 * 1024;
  private static final int WRITE_SECONDS = 60;
  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");
  private static final Header GZIP =
      HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");

  private final Map<String, String> defaults;
  private final ScheduledExecutorService watchdog;
  private final Set<Events> live;

  /**
   * Writes with these headers by default.
   *
   * @param live the streams that are open now
   */
  Exchange(Map<String, String> defaults, ScheduledExecutorService watchdog, Set<Events> live) {
    this.defaults = defaults;
    this.watchdog = watchdog;
    this.live = live;
  }

  void send(ServerRequest request, Response response, ServerResponse out) {
    out.status(Status.create(response.status()));
    for (Header line : response.lines(defaults)) {
      out.header(line);
    }
    switch (response.body()) {
      case Response.Body.Bytes bytes ->
          send(request, bytes, response.headers().getOrDefault("Content-Type", ""), out);
      case Response.Body.Live events -> stream(request, events, out);
    }
  }

  private void send(
      ServerRequest request, Response.Body.Bytes bytes, String type, ServerResponse out) {
    byte[] body = bytes.plain();
    if (body.length >= WORTH_COMPRESSING && compresses(type)) {
      out.header(VARY);
      if (acceptsGzip(request)) {
        byte[] ready = bytes.gzip();
        body = ready == null ? gzip(body) : ready;
        out.header(GZIP);
      }
    }
    if (request.prologue().method().text().equals("HEAD")) {
      out.contentLength(body.length);
      out.send();
      return;
    }
    if (body.length <= FITS_THE_SOCKET) {
      out.send(body);
      return;
    }
    Thread writer = Thread.currentThread();
    Future<?> alarm = watchdog.schedule(writer::interrupt, WRITE_SECONDS, TimeUnit.SECONDS);
    try {
      out.send(body);
    } finally {
      alarm.cancel(false);
    }
  }

  private void stream(ServerRequest request, Response.Body.Live body, ServerResponse out) {
    if (request.prologue().method().text().equals("HEAD")) {
      out.send();
      return;
    }
    Events events = new Events(Thread.currentThread());
    live.add(events);
    AutoCloseable subscription = body.subscribe().apply(events);
    try (OutputStream stream = out.outputStream()) {
      events.writeTo(stream);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | UncheckedIOException e) {
      // The client is gone, which is how such streams end.
    } finally {
      live.remove(events);
      close(subscription);
    }
  }

  private static void close(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception e) {
      log.warn("a live stream could not be let go", e);
    }
  }

  private static boolean compresses(String type) {
    return type.startsWith("text/")
        || type.startsWith("application/json")
        || type.startsWith("application/javascript")
        || type.startsWith("image/svg");
  }

  private static boolean acceptsGzip(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.ACCEPT_ENCODING)
        .map(codings -> codings.contains("gzip") && !codings.contains("gzip;q=0"))
        .orElse(false);
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
