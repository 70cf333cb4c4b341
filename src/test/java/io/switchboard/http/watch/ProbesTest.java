package io.switchboard.http.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.http.Routes;
import io.switchboard.http.WebServer;
import io.switchboard.http.WebSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Metrics metrics = new Metrics();
  private final List<String> missing = new CopyOnWriteArrayList<>();
  private WebServer server;

  @BeforeEach
  void start() {
    Routes routes = new Routes();
    new Probes(metrics, () -> missing).on(routes);
    server = WebServer.start(new WebSettings("127.0.0.1", 0, ""), routes, metrics);
  }

  @AfterEach
  void stop() {
    server.close();
    metrics.close();
    client.close();
  }

  @Test
  void itIsAliveAndReadyWhenNothingIsMissing() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    missing.add("discord");
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).contains("discord");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsNameRoutesAndNothingThatWasAskedFor() throws Exception {
    metrics.counter("switchboard.answers", "Answers").add(1);
    metrics.gauge("switchboard.waiting", "Waiting", () -> 3);
    get("/secret-token");
    assertThat(get("/metrics").body())
        .contains("switchboard_answers_total 1.0", "switchboard_waiting 3.0", "jvm_memory_used")
        .contains("route=\"(none)\"")
        .doesNotContain("secret-token");
  }

  @Test
  void thereAreOnlySoManySeriesOfEach() {
    Metrics.Count count = metrics.counter("switchboard.things", "Things", "kind");
    for (int i = 0; i < 1000; i++) {
      count.add(1, "kind" + i);
    }
    assertThat(metrics.scrape().lines().filter(l -> l.startsWith("switchboard_things_total")))
        .hasSize(101)
        .contains("switchboard_things_total{kind=\"other\"} 900.0");
  }

  @Test
  void whatCannotBeLookedAtKeepsNothingElseBack() {
    metrics.gauges(
        "switchboard.away",
        "Away",
        "name",
        () -> {
          throw new IllegalStateException("not now");
        });
    metrics.gauges("switchboard.there", "There", "name", () -> Map.of("a", 2.0));
    assertThat(metrics.scrape()).contains("switchboard_there{name=\"a\"} 2.0");
  }

  @Test
  void aProxyDoesNotPublishMetrics() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/metrics")).header("X-Forwarded-For", "1.2.3.4").build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(server.address() + path);
  }
}
