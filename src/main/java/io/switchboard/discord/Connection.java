package io.switchboard.discord;

import io.switchboard.discord.hearing.Intents;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps JDA connected: first for speaking only, over REST; with {@link #listen} to the gateway too.
 * JDA reconnects by itself once it was connected; what it gives up on is begun anew here: a Discord
 * that cannot be reached at start, an intent that is not allowed.
 */
final class Connection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Connection.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration HAND_OVER = Duration.ofSeconds(5);

  private final DiscordSettings settings;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Gate gate;
  private volatile @Nullable Object listener;
  private volatile @Nullable JDA jda;
  private volatile @Nullable Connection before;
  private final List<JDA> others = new CopyOnWriteArrayList<>();
  private final OkHttpClient asking = new OkHttpClient();
  private volatile @Nullable Runnable widen;
  private final Farewell farewell;

  Connection(DiscordSettings settings) {
    this.settings = settings;
    farewell = new Farewell(settings);
  }

  /** One that takes the place of another, which speaks until this one does and is then closed. */
  Connection(DiscordSettings settings, Connection before) {
    this(settings);
    this.before = before;
  }

  void start() {
    Thread.ofVirtual().name("discord-connection").start(this::keep);
  }

  /** Goes to the gateway, now or as soon as Discord can be reached. */
  synchronized void listen(Object to) {
    listener = to;
    JDA connected = jda;
    Gate waiting = gate;
    if (connected != null && waiting != null) {
      connected.addEventListener(to);
      waiting.open();
      widenLater();
    }
  }

  /** The other shards are needed only for listening. */
  private void widenLater() {
    Runnable how = widen;
    widen = null;
    if (how != null) {
      Thread.ofVirtual().name("discord-shards").start(how);
    }
  }

  /** Hears no more, though the gateway may go on telling. */
  synchronized void listenNoMore() {
    JDA connected = jda;
    Object from = listener;
    listener = null;
    if (connected != null && from != null) {
      connected.removeEventListener(from);
      others.forEach(shard -> shard.removeEventListener(from));
    }
  }

  /** JDA, if Discord was reached and has not turned the bot away for good. */
  @Nullable JDA jda() {
    JDA own = jda;
    Connection other = before;
    return own == null && other != null ? other.jda() : own;
  }

  private void keep() {
    Duration wait = FIRST_WAIT;
    while (closing.getCount() > 0) {
      CompletableFuture<@Nullable CloseCode> end = new CompletableFuture<>();
      try {
        JDA connected = connect(end);
        if (closing.getCount() == 0) {
          connected.shutdownNow();
          return;
        }
        wait = FIRST_WAIT;
        Thread.ofVirtual().name("discord-hand-over").start(this::closeBeforeLater);
        CloseCode code = end.join();
        jda = null;
        connected.shutdownNow();
        endOthers();
        if (closing.getCount() == 0 || farewell.isForGood(code)) {
          return;
        }
      } catch (InvalidTokenException e) {
        boolean ignored = farewell.isForGood(CloseCode.AUTHENTICATION_FAILED);
        return;
      } catch (RuntimeException e) {
        log.warn(
            "Discord cannot be reached at {} ({}); next try in {} s",
            settings.apiUrl(),
            e.getMessage(),
            wait.toSeconds());
      } catch (Error e) {
        log.error("Discord was not connected to; next try in {} s", wait.toSeconds(), e);
      }
      if (closes(wait)) {
        return;
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  /** JDA forgets calls that come while it shuts down, so those under way get some time. */
  private void closeBeforeLater() {
    if (!closes(HAND_OVER)) {
      closeBefore();
    }
  }

  private void closeBefore() {
    Connection other;
    synchronized (this) {
      other = before;
      before = null;
    }
    if (other != null) {
      other.close();
    }
  }

  private void endOthers() {
    synchronized (this) {
      widen = null;
    }
    others.forEach(JDA::shutdownNow);
    others.clear();
  }

  /** Whether any of the connections is open. */
  boolean connected() {
    JDA first = jda();
    return (first != null && first.getStatus() == JDA.Status.CONNECTED)
        || others.stream().anyMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED);
  }

  private boolean closes(Duration within) {
    try {
      return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private JDA connect(CompletableFuture<@Nullable CloseCode> end) {
    GatewayTerms terms = GatewayTerms.ask(settings, asking);
    if (terms.left() < terms.shards()) {
      throw new IllegalStateException(
          "only %d more connections are allowed today".formatted(terms.left()));
    }
    Gate built = new Gate(settings.gatewayUrl());
    built.setConcurrency(terms.atOnce());
    JDA connected = build(end, built, 0, terms.shards());
    synchronized (this) {
      jda = connected;
      gate = built;
      widen = terms.shards() == 1 ? null : () -> buildOthers(end, built, terms.shards());
      Object to = listener;
      if (to != null) {
        connected.addEventListener(to);
        built.open();
        widenLater();
      }
    }
    return connected;
  }

  private void buildOthers(CompletableFuture<@Nullable CloseCode> end, Gate built, int count) {
    for (int shard = 1; shard < count && closing.getCount() > 0 && !end.isDone(); shard++) {
      JDA made;
      try {
        made = build(end, built, shard, count);
      } catch (RuntimeException | Error e) {
        log.warn("Shard {} could not be connected ({}); connecting anew", shard, e.getMessage());
        boolean ignored = end.complete(null);
        return;
      }
      synchronized (this) {
        Object to = listener;
        if (end.isDone() || closing.getCount() == 0 || to == null) {
          made.shutdownNow();
          return;
        }
        others.add(made);
        made.addEventListener(to);
      }
    }
  }

  private JDA build(CompletableFuture<@Nullable CloseCode> end, Gate built, int shard, int count) {
    EnumSet<GatewayIntent> intents =
        farewell.readsContent() ? Intents.wanted() : Intents.unprivileged();
    // Whole address, because JDA appends the route to it.
    String api = settings.apiUrl().endsWith("/") ? settings.apiUrl() : settings.apiUrl() + "/";
    return JDABuilder.createLight(settings.token().reveal(), intents)
        .setRestConfig(new RestConfig().setBaseUrl(api))
        .setSessionController(built)
        .useSharding(shard, count)
        .setCompression(Compression.NONE)
        .setEnableShutdownHook(false)
        .setRequestTimeoutRetry(false)
        .setMaxReconnectDelay(32)
        .setGatewayPool(Executors.newScheduledThreadPool(1, threads("gateway")), true)
        .setRateLimitScheduler(Executors.newScheduledThreadPool(1, threads("limits")), true)
        .setRateLimitElastic(Executors.newThreadPerTaskExecutor(threads("rest")), true)
        .setCallbackPool(Executors.newThreadPerTaskExecutor(threads("callback")), true)
        .addEventListeners(
            new ListenerAdapter() {
              @Override
              public void onShutdown(ShutdownEvent event) {
                end.complete(event.getCloseCode());
              }
            })
        .build();
  }

  private static ThreadFactory threads(String name) {
    return Thread.ofVirtual().name("discord-" + name + "-", 0).factory();
  }

  /** Says good-bye to Discord and waits some seconds at most until that is done. */
  @Override
  public void close() {
    closing.countDown();
    closeBefore();
    others.forEach(JDA::shutdown);
    asking.dispatcher().executorService().shutdown();
    asking.connectionPool().evictAll();
    JDA connected = jda;
    if (connected == null) {
      return;
    }
    connected.shutdown();
    try {
      if (!connected.awaitShutdown(Duration.ofSeconds(5))) {
        connected.shutdownNow();
      }
    } catch (InterruptedException e) {
      connected.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
