package io.switchboard.http.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.switchboard.http.WebServer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** What is counted, in Prometheus' words. */
public final class Metrics implements WebServer.Traffic, AutoCloseable {
  /** Any other word would be a series of its own, and a stranger could make many. */
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  private record Answered(String method, String route, int status) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();
  private final JvmGcMetrics collector = new JvmGcMetrics();

  /** Counts what the virtual machine does, and what is added. */
  public Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  /**
   * Something that only grows.
   *
   * @param name lower case with dots, such as {@code switchboard.answers}
   * @return counts one more
   */
  public Runnable counter(String name, String help) {
    Counter counter = Counter.builder(name).description(help).register(registry);
    return counter::increment;
  }

  /** Something that goes up and down, asked for when somebody looks. */
  public void gauge(String name, String help, DoubleSupplier value) {
    Gauge.builder(name, value, DoubleSupplier::getAsDouble)
        .description(help)
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void answered(String method, String route, int status, long nanos) {
    timers
        .computeIfAbsent(
            new Answered(METHODS.contains(method) ? method : "other", route, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Answered what) {
    return Timer.builder("switchboard.web.requests")
        .description("Requests for pages")
        .tag("method", what.method())
        .tag("route", what.route())
        .tag("status", Integer.toString(what.status()))
        .register(registry);
  }

  /** All of it, as Prometheus reads it. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
