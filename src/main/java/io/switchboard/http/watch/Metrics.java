package io.switchboard.http.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.switchboard.http.WebServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is counted, in Prometheus' words. */
public final class Metrics implements WebServer.Traffic, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Metrics.class);

  /** Any other word would be a series of its own, and a stranger could make many. */
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  private static final List<String> UNFIT = List.of("process.cpu.time", "system.cpu.count");

  private record Answered(String method, String route, int status) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();
  private final List<Runnable> looks = new CopyOnWriteArrayList<>();
  private final JvmGcMetrics collector = new JvmGcMetrics();

  /** Counts what the virtual machine does, and what is added. */
  public Metrics() {
    // Named against the conventions of Prometheus; process_cpu_usage says as much.
    UNFIT.forEach(name -> registry.config().meterFilter(MeterFilter.denyNameStartsWith(name)));
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  /** Counts something that only grows. */
  public interface Count {
    /**
     * So much more.
     *
     * @param values of the labels, in their order; never of anything that people make up
     */
    void add(double amount, String... values);
  }

  /** Keeps how long something took. */
  public interface Times {
    /** It took so long. */
    void took(Duration time, String... values);
  }

  /**
   * Something that only grows.
   *
   * @param name lower case with dots, such as {@code switchboard.answers}; {@code _total} comes by
   *     itself
   */
  public Count counter(String name, String help, String... labels) {
    Bounded bounded = new Bounded(labels);
    Count count =
        (amount, values) ->
            Counter.builder(name)
                .description(help)
                .tags(bounded.tags(values))
                .register(registry)
                .increment(amount);
    if (labels.length == 0) {
      count.add(0); // or it would not be there before it happened
    }
    return count;
  }

  /**
   * How long something takes, in buckets of seconds.
   *
   * @param name without a unit; {@code _seconds} comes by itself
   */
  public Times times(String name, String help, List<Duration> buckets, String... labels) {
    Bounded bounded = new Bounded(labels);
    return (time, values) ->
        Timer.builder(name)
            .description(help)
            .serviceLevelObjectives(buckets.toArray(Duration[]::new))
            .tags(bounded.tags(values))
            .register(registry)
            .record(time);
  }

  /** Something that goes up and down, asked for when somebody looks. */
  public void gauge(String name, String help, DoubleSupplier value) {
    Gauge.builder(name, value, DoubleSupplier::getAsDouble)
        .description(help)
        .strongReference(true)
        .register(registry);
  }

  /** Several of them, by a label; those that are not there when somebody looks are left out. */
  public void gauges(String name, String help, String label, Supplier<Map<String, Double>> now) {
    MultiGauge gauge = MultiGauge.builder(name).description(help).register(registry);
    looks.add(
        () ->
            gauge.register(
                now.get().entrySet().stream()
                    .limit(Bounded.MOST)
                    .map(e -> MultiGauge.Row.of(Tags.of(label, e.getKey()), e.getValue()))
                    .toList(),
                true));
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
  public String scrape() {
    for (Runnable look : looks) {
      try {
        look.run();
      } catch (RuntimeException | Error e) {
        log.warn("a figure is not known now: {}", e.toString());
      }
    }
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
