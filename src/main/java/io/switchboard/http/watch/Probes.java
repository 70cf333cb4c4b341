package io.switchboard.http.watch;

import io.switchboard.http.Refused;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /healthz}, {@code /readyz} and {@code /metrics}.
 *
 * <p>Health says only that the process lives and answers: whoever restarts what is not healthy
 * would change nothing about a platform or a database that is away. Readiness says whether it can
 * do its work now.
 */
public final class Probes {
  private final Metrics metrics;
  private final Supplier<List<String>> missing;

  /**
   * Probes.
   *
   * @param missing what is not ready yet, in a few words each that tell a stranger nothing secret;
   *     empty when everything is
   */
  public Probes(Metrics metrics, Supplier<List<String>> missing) {
    this.metrics = metrics;
    this.missing = missing;
  }

  /** Answers there. */
  public void on(Routes routes) {
    routes.get("/healthz", request -> plain("ok\n"));
    routes.get("/readyz", request -> readiness());
    routes.get(
        "/metrics",
        request -> {
          if (request.wasForwarded()) {
            throw Refused.notFound();
          }
          return Response.text("text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
        });
  }

  private Response readiness() {
    List<String> waitingFor = missing.get();
    return waitingFor.isEmpty()
        ? plain("ready\n")
        : plain("not ready: " + String.join(", ", waitingFor) + "\n").status(503);
  }

  private static Response plain(String text) {
    return Response.text("text/plain; charset=utf-8", text);
  }
}
