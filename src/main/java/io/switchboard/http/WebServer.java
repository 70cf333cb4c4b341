package io.switchboard.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.switchboard.http.arrival.Arrivals;
import io.switchboard.http.arrival.Proxies;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server, listening. */
public final class WebServer implements AutoCloseable {
  private static final String RETRY_SECONDS = "10";
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);

  /** Held, or the level would be forgotten with it. */
  private static final java.util.logging.Logger HELIDON =
      java.util.logging.Logger.getLogger("io.helidon");

  private static final java.util.logging.Logger START =
      java.util.logging.Logger.getLogger("io.helidon.webserver.LoomServer");

  /** Writes a trace for every client that leaves in the middle of a request. */
  private static final java.util.logging.Logger LEAVING =
      java.util.logging.Logger.getLogger("io.helidon.webserver.http1.Http1Connection");

  private static final int MAX_BODY = 1024 * 1024;

  private final io.helidon.webserver.WebServer server;
  private final ScheduledExecutorService watchdog;
  private final Set<Events> live;
  private final URI address;

  /** What answers; Helidon's timer for idle connections, which never ends, leads here (4.5.0). */
  private final AtomicReference<Handler> answers;

  /** Told of every request answered. */
  @FunctionalInterface
  public interface Traffic {
    /**
     * A request was answered.
     *
     * @param route the pattern, never the path: paths hold tokens
     */
    void answered(String method, String route, int status, long nanos);
  }

  private WebServer(
      io.helidon.webserver.WebServer server,
      ScheduledExecutorService watchdog,
      Set<Events> live,
      URI address,
      AtomicReference<Handler> answers) {
    this.server = server;
    this.watchdog = watchdog;
    this.live = live;
    this.address = address;
    this.answers = answers;
  }

  /** Has the library look up its parts, which takes most of the time of a first start. */
  public static void prepare() {
    http1();
    HttpRouting.builder().build();
  }

  /** Starts without telling anybody of the traffic. */
  public static WebServer start(WebSettings settings, Routes routes) {
    return start(settings, routes, (method, route, status, nanos) -> {});
  }

  /**
   * Starts.
   *
   * @throws WebUnavailable if the address cannot be listened on
   */
  public static WebServer start(WebSettings settings, Routes routes, Traffic traffic) {
    return start(settings, routes, traffic, Arrivals.Bounds.DEFAULTS);
  }

  static WebServer start(
      WebSettings settings, Routes routes, Traffic traffic, Arrivals.Bounds bounds) {
    if (!WebUnavailable.hasAddress(settings.host())) {
      throw WebUnavailable.on(settings);
    }
    LEAVING.setLevel(Level.OFF);
    HELIDON.setLevel(Level.WARNING);
    START.setLevel(Level.OFF);
    Map<String, String> headers = SecurityHeaders.of(settings);
    Set<Events> live = ConcurrentHashMap.newKeySet();
    ScheduledExecutorService watchdog =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("web-watchdog").factory());
    Proxies proxies = Proxies.of(settings.proxies());
    Arrivals arrivals = new Arrivals(http1(), bounds, proxies, watchdog);
    Exchange exchange = new Exchange(headers, watchdog, live);
    AtomicReference<Handler> answers =
        new AtomicReference<>(new Answering(routes, traffic, exchange, arrivals, proxies)::answer);
    io.helidon.webserver.WebServer server =
        io.helidon.webserver.WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .shutdownHook(false)
            .maxPayloadSize(MAX_BODY)
            .maxTcpConnections(2_000)
            .idleConnectionTimeout(Duration.ofMinutes(1))
            .shutdownGracePeriod(Duration.ofSeconds(2))
            .connectionOptions(
                c -> c.readTimeout(Duration.ofSeconds(30)).connectTimeout(Duration.ofSeconds(10)))
            .protocolsDiscoverServices(false)
            .addConnectionSelector(arrivals)
            .directHandlers(plain(headers))
            .routing(
                (HttpRouting.Builder routing) ->
                    routing.any(
                        (request, out) ->
                            Objects.requireNonNull(answers.get()).handle(request, out)))
            .build();
    server.start();
    if (!server.isRunning()) {
      // It only logged why, so its start is silenced above and the reason is found out here.
      watchdog.shutdownNow();
      throw WebUnavailable.on(settings);
    }
    URI bound = URI.create("http://" + literal(settings.host()) + ":" + server.port());
    return new WebServer(server, watchdog, live, bound, answers);
  }

  private static Http1ConnectionSelector http1() {
    return Http1ConnectionSelector.builder()
        .config(
            Http1Config.builder()
                .maxPrologueLength(4096)
                .maxHeadersSize(16 * 1024)
                .sendKeepAliveHeader(false)
                .build())
        .build();
  }

  /** Where it listens: http, host and port, without a slash at the end. */
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    live.forEach(Events::end);
    server.stop();
    watchdog.shutdownNow();
    answers.set(
        (request, out) -> {
          throw new CloseConnectionException("the server is stopped");
        });
  }

  private static String literal(String host) {
    String shown = host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host;
    return shown.contains(":") && !shown.startsWith("[") ? "[" + shown + "]" : shown;
  }

  /** What cannot even be read as a request is answered here. */
  private static DirectHandlers plain(Map<String, String> headers) {
    DirectHandler handler =
        (request, type, status, sent, message) -> {
          ServerResponseHeaders all = ServerResponseHeaders.create();
          headers.forEach((name, value) -> all.set(HeaderNames.create(name), value));
          all.set(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
          all.set(HeaderNames.CONNECTION, "close");
          return DirectHandler.TransportResponse.builder()
              .status(status)
              .headers(all)
              .keepAlive(false)
              .entity(
                  (status.code() + " " + status.reasonPhrase()).getBytes(StandardCharsets.UTF_8))
              .build();
        };
    DirectHandlers.Builder all = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      all.addHandler(type, handler);
    }
    return all.build();
  }

  /** One request after the other. */
  private record Answering(
      Routes routes, Traffic traffic, Exchange exchange, Arrivals arrivals, Proxies proxies) {
    void answer(ServerRequest request, ServerResponse out) {
      arrivals.arrived();
      try {
        answerInTime(request, out);
      } finally {
        arrivals.answered();
      }
    }

    private void answerInTime(ServerRequest request, ServerResponse out) {
      long begin = System.nanoTime();
      String method = request.prologue().method().text();
      String path = request.prologue().uriPath().rawPath();
      String route = "(none)";
      Response response;
      try {
        Routes.Match match = routes.find(method, path);
        route = match.pattern();
        response = match.handler().handle(new Request(request, match.params(), proxies));
      } catch (Refused e) {
        response = mishap(request, e.status(), e.why());
        if (e.status() == 405) {
          response = response.header("Allow", routes.allowed(path));
        } else if (e.retrySeconds() > 0) {
          response = response.header("Retry-After", Long.toString(e.retrySeconds()));
        } else if (e.status() == 413 || e.status() == 408) {
          response = response.header("Connection", "close");
        }
      } catch (Exception | Error e) {
        response = failed(request, method + " " + route, e);
      }
      exchange.send(request, response, out);
      traffic.answered(method, route, response.status(), System.nanoTime() - begin);
      if (closes(request, response)) {
        // Helidon says "Connection: close" but keeps the connection open (4.5.0).
        throw new CloseConnectionException("the client or the answer wants it closed");
      }
    }

    private Response failed(ServerRequest request, String what, Throwable e) {
      if (routes.passes(e)) {
        log.warn("{} cannot be answered now: {}", what, e.toString());
        return mishap(request, 503, "Please try again in a moment.")
            .header("Retry-After", RETRY_SECONDS);
      }
      log.error("{} failed", what, e);
      return mishap(request, 500, "This is not your fault. Please try again in a moment.");
    }

    private Response mishap(ServerRequest request, int status, String why) {
      Request asked = new Request(request, Map.of(), proxies);
      try {
        return routes.mishaps().page(asked, status, why);
      } catch (RuntimeException | Error e) {
        log.error("the page for status {} failed", status, e);
        return Mishaps.PLAIN.page(asked, status, why);
      }
    }

    private static boolean closes(ServerRequest request, Response response) {
      return response.headers().containsKey("Connection")
          || request
              .headers()
              .first(HeaderNames.CONNECTION)
              .map(value -> value.equalsIgnoreCase("close"))
              .orElse(false);
    }
  }
}
