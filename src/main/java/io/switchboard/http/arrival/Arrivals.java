package io.switchboard.http.arrival;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends connections that bring no whole request in time, and those of a network that has too many.
 * Helidon serves each connection on a thread of its own, by which it is known here.
 */
public final class Arrivals implements ServerConnectionSelector {
  private final ServerConnectionSelector http1;
  private final Bounds bounds;
  private final Proxies proxies;
  private final Map<Thread, Long> dueBy = new ConcurrentHashMap<>();
  private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

  /**
   * How much patience there is.
   *
   * @param arrival from the connection's beginning, or from the answer before, until a request's
   *     head is there
   * @param connections of one address at once; those of reverse proxies have no bound
   */
  public record Bounds(Duration arrival, int connections) {
    public static final Bounds DEFAULTS = new Bounds(Duration.ofSeconds(45), 400);
  }

  /**
   * @param watchdog looks now and then
   */
  public Arrivals(
      Http1ConnectionSelector http1,
      Bounds bounds,
      Proxies proxies,
      ScheduledExecutorService watchdog) {
    this.http1 = http1;
    this.bounds = bounds;
    this.proxies = proxies;
    long pause = Math.clamp(bounds.arrival.toMillis() / 10, 10, 1_000);
    var _ = watchdog.scheduleWithFixedDelay(this::endLateOnes, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** The request of this thread's connection is there. */
  public void arrived() {
    dueBy.remove(Thread.currentThread());
  }

  /** It was answered: the next may come. */
  public void answered() {
    dueBy.put(Thread.currentThread(), System.nanoTime() + bounds.arrival.toNanos());
  }

  private void endLateOnes() {
    long now = System.nanoTime();
    dueBy.forEach(
        (thread, due) -> {
          if (due - now < 0 && dueBy.remove(thread, due)) {
            thread.interrupt(); // which closes the socket that it reads from
          }
        });
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    ServerConnection inner = http1.connection(context);
    InetAddress from =
        context.remotePeer().address() instanceof InetSocketAddress peer ? peer.getAddress() : null;
    boolean counted = from != null && !proxies.isOne(from);
    return new ServerConnection() {
      @Override
      public void handle(Limit limit) throws InterruptedException {
        if (counted && open.merge(from, 1, Integer::sum) > bounds.connections) {
          leave();
          return;
        }
        answered();
        try {
          inner.handle(limit);
        } finally {
          arrived();
          if (counted) {
            leave();
          }
        }
      }

      private void leave() {
        open.computeIfPresent(from, (address, n) -> n == 1 ? null : n - 1);
      }

      @Override
      public Duration idleTime() {
        return inner.idleTime();
      }

      @Override
      public void close(boolean interrupt) {
        inner.close(interrupt);
      }
    };
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http1.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http1.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }
}
