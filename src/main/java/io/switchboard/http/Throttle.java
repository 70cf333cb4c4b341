package io.switchboard.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many at once and so many in a time, for each network by itself. Remembers a bounded number of
 * networks, the last seen; one that comes back after it was forgotten starts afresh.
 */
public final class Throttle {
  private static final int NETWORKS = 20_000;

  private final InstantSource time;
  private final int burst;
  private final double perMilli;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  private record Bucket(double tokens, Instant at) {}

  /**
   * A throttle.
   *
   * @param burst so many at once
   * @param per in this time as many come back
   */
  public Throttle(InstantSource time, int burst, Duration per) {
    this.time = time;
    this.burst = burst;
    this.perMilli = burst / (double) per.toMillis();
  }

  /** Whether this network may once more; counts it if so. */
  public synchronized boolean allows(String network) {
    Instant now = time.instant();
    Bucket bucket = buckets.getOrDefault(network, new Bucket(burst, now));
    long passed = Math.max(0, Duration.between(bucket.at, now).toMillis());
    double tokens = Math.min(burst, bucket.tokens + passed * perMilli);
    boolean allowed = tokens >= 1 - 1e-6;
    buckets.put(network, new Bucket(allowed ? Math.max(0, tokens - 1) : tokens, now));
    if (buckets.size() > NETWORKS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return allowed;
  }

  /** After so many seconds a network that is not allowed may once more. */
  public long retryAfterSeconds() {
    return Math.max(1, Math.round(Math.ceil(1 / perMilli / 1000)));
  }
}
