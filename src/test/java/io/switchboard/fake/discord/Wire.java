package io.switchboard.fake.discord;

import io.switchboard.fake.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The fake's port, and everything that can go wrong on the way to it. */
abstract class Wire implements AutoCloseable {
  final World world = new World();
  private final Limits limits = new Limits();
  private final Setup setup = new Setup(world);
  final Gateway gateway = new Gateway(world, this);
  private final Rest rest = new Rest(world, this, limits, gateway);
  private volatile String token = "fake-discord-token";
  private volatile boolean contentIntentAllowed = true;
  private volatile int heartbeatMillis = 41_250;
  private final Sockets sockets = new Sockets();
  private MockWebServer server;
  final int port = Ports.free();

  /** Listens again, on the same port as before. */
  public synchronized void up() {
    server = new MockWebServer();
    server.setServerSocketFactory(sockets);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getUrl().encodedPath().startsWith("/attachments/")) {
              return world.cdn.answer(request, world::violation);
            }
            return "websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))
                ? new MockResponse.Builder().webSocketUpgrade(gateway.newConnection()).build()
                : rest.answer(request);
          }
        });
    try {
      server.start(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops listening; everything stays as it is. */
  public synchronized void down() {
    server.close();
    sockets.breakAll();
  }

  @Override
  public void close() {
    down();
  }

  /** What the bot may do where. */
  public Setup setup() {
    return setup;
  }

  /** A channel as Discord tells of it. */
  com.fasterxml.jackson.databind.node.ObjectNode told(Channel channel) {
    var json = Json.channel(channel);
    if (json.path("permission_overwrites")
        instanceof com.fasterxml.jackson.databind.node.ArrayNode all) {
      setup.exceptions(channel, all);
    }
    return json;
  }

  /** For the configuration. */
  public String apiUrl() {
    return "http://127.0.0.1:" + port + "/api/v10";
  }

  /** For the configuration. */
  public String gatewayUrl() {
    return "ws://127.0.0.1:" + port;
  }

  /** The bot's token. */
  public String token() {
    return token;
  }

  /** From now on only this token is good. */
  public void changeToken(String now) {
    token = now;
  }

  /** Whether the portal has the message content intent switched on; at first it has. */
  public void allowContentIntent(boolean allowed) {
    contentIntentAllowed = allowed;
  }

  boolean contentIntentAllowed() {
    return contentIntentAllowed;
  }

  /** How often new connections must show that they live. */
  public void heartbeat(Duration interval) {
    heartbeatMillis = (int) interval.toMillis();
  }

  int heartbeatMillis() {
    return heartbeatMillis;
  }

  /** Every REST call so far: method, space, path after /api/v10. */
  public List<String> calls() {
    return List.copyOf(world.calls);
  }

  /** Forgets the violations so far: the test provoked them. */
  public void forgive() {
    world.violations.clear();
  }

  /** From now on a channel takes so many sends, and so many edits. */
  public void limit(int calls, Duration per) {
    limits.messages(calls, per);
  }

  /** From now on edits of messages in the channel get 429 until so much time is over. */
  public void pauseEdits(Channel channel, Duration span) {
    limits.pause("PATCH channels/*/messages/*" + channel.id, span);
  }

  /** How many calls were refused for a pause that a test asked for. */
  public int held() {
    return world.held.get();
  }

  /**
   * From now on calls that match (as in {@link #calls}) and whose body contains that are answered
   * with this error. Where a test depends on a refusal: the client repeats a call of whose answer
   * it hears nothing for some seconds, as on a machine that stands still.
   */
  public void refuse(String callPattern, String contains, int status, int code) {
    rest.refuses(new Rest.Lasting(callPattern, contains, status, code));
  }

  /** Ends what {@link #refuse} began. */
  public void refuseNoMore() {
    rest.refusesNoMore();
  }

  /** The next call that matches (as in {@link #calls}) is answered with this error. */
  public void refuseNext(String callPattern, int status, int code) {
    rest.trouble(new Rest.Trouble(callPattern, status, code, false));
  }

  /** The next call that matches breaks off without an effect or an answer. */
  public void resetNext(String callPattern) {
    rest.trouble(new Rest.Trouble(callPattern, 0, 0, false));
  }

  /** The next call that matches has its effect, but its answer never arrives. */
  public void loseAnswerOfNext(String callPattern) {
    rest.trouble(new Rest.Trouble(callPattern, 0, 0, true));
  }

  /** Runs this once, when such a call comes, which then has no effect; see {@link #afterNext}. */
  public void beforeNext(String callPattern, String contains, Runnable what) {
    AtomicBoolean done = new AtomicBoolean();
    rest.onArrival(
        (call, body) -> {
          boolean meant =
              call.matches(callPattern)
                  && body.contains(contains)
                  && done.compareAndSet(false, true);
          if (meant) {
            what.run();
          }
          return meant;
        });
  }

  /**
   * Runs this once, when a call that matches and whose body contains that has had its effect and is
   * not answered yet; the answer waits for it.
   */
  public void afterNext(String callPattern, String contains, Runnable what) {
    AtomicBoolean done = new AtomicBoolean();
    rest.onEffect(
        (call, body) -> {
          if (call.matches(callPattern)
              && body.contains(contains)
              && done.compareAndSet(false, true)) {
            what.run();
          }
        });
  }

  /** Time goes on for tokens of interactions and for snowflakes. */
  public void advance(Duration by) {
    world.advance(by);
  }

  /** Discord's clock. */
  public Instant now() {
    return world.now();
  }

  /** Breaks every connection as a failing network would; the bot may resume. */
  public void dropConnection() {
    sockets.breakAll();
  }

  /** Closes the gateway connection with a code such as 4000 or 4004. */
  public void closeConnection(int code) {
    gateway.close(code);
  }

  /** Forgets the nonces of all messages, as Discord does after some minutes. */
  public void forgetNonces() {
    synchronized (world) {
      world.byNonce.clear();
    }
  }

  /** Forgets the bot's session: the next resume is refused. */
  public void forgetSessions() {
    gateway.forget();
  }

  /** Whether the bot is connected to the gateway and identified. */
  public boolean botConnected() {
    return gateway.connected();
  }

  /** The shards that are connected now, as "0 of 2". */
  public java.util.List<String> shards() {
    return gateway.shards();
  }

  /** How many sessions were begun so far. */
  public int identified() {
    return gateway.identified();
  }
}
