package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * The gateway: hello, identify or resume, heartbeats, and events. What happens while the connection
 * is away is replayed to a session that resumes; without a session it is lost, as on Discord. Two
 * processes with one token have two sessions, and both hear everything.
 */
final class Gateway {
  private static final class Session {
    final String id = UUID.randomUUID().toString();
    final List<String> sent = new ArrayList<>();
    int intents;
    int shard;
    int shards = 1;
    WebSocket socket;
    long beat;
  }

  private final World world;
  private final Wire settings;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Greeting greeting;
  private int identified;

  Gateway(World world, Wire settings) {
    this.world = world;
    this.settings = settings;
    greeting = new Greeting(world, settings);
  }

  /** How often a bot has begun a new session. */
  synchronized int identified() {
    return identified;
  }

  /** The shards that are connected now, as "0 of 2". */
  synchronized List<String> shards() {
    return sessions.values().stream()
        .filter(session -> session.socket != null)
        .map(session -> session.shard + " of " + session.shards)
        .sorted()
        .toList();
  }

  synchronized boolean connected() {
    return sessions.values().stream().anyMatch(session -> session.socket != null);
  }

  /** Sends an event to the bot, or keeps it for when its session resumes. */
  synchronized void dispatch(String type, ObjectNode data) {
    for (Session session : sessions.values()) {
      if (Wanted.by(session.intents, session.shard, session.shards, type, data)) {
        String text = event(session, type, Wanted.as(session.intents, type, data));
        if (session.socket != null) {
          session.socket.send(text);
        }
      }
    }
  }

  private static String event(Session session, String type, JsonNode data) {
    ObjectNode json = Json.object().put("op", 0).put("s", session.sent.size() + 1).put("t", type);
    json.set("d", data);
    String text = json.toString();
    session.sent.add(text);
    return text;
  }

  /** Closes every connection with a code. */
  synchronized void close(int code) {
    for (Session session : sessions.values()) {
      if (session.socket != null) {
        session.socket.close(code, "");
        session.socket = null;
      }
    }
  }

  /** Notes connections whose heart has stopped. */
  synchronized void lateHeartbeats() {
    long due = System.nanoTime() / 1_000_000 - 2L * settings.heartbeatMillis();
    for (Session session : sessions.values()) {
      if (session.socket != null && session.beat < due) {
        world.violation("gateway: no heartbeat for two intervals");
      }
    }
  }

  /** Forgets every session, so that nobody can resume. */
  synchronized void forget() {
    sessions.clear();
  }

  WebSocketListener newConnection() {
    return new Connection();
  }

  private final class Connection extends WebSocketListener {
    private final Deque<Long> received = new ArrayDeque<>();
    private Session session;

    @Override
    public void onOpen(WebSocket socket, Response response) {
      ObjectNode hello = Json.object().put("op", 10).putNull("s").putNull("t");
      hello.putObject("d").put("heartbeat_interval", settings.heartbeatMillis());
      socket.send(hello.toString());
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      // The world first, as where a call's effect is dispatched.
      synchronized (world) {
        understand(socket, text);
      }
    }

    private void understand(WebSocket socket, String text) {
      synchronized (Gateway.this) {
        long now = System.nanoTime() / 1_000_000;
        received.add(now);
        while (received.peekFirst() < now - 60_000) {
          received.removeFirst();
        }
        if (received.size() > 120) {
          world.violation("gateway: more than 120 messages in a minute");
          socket.close(4008, "Rate limited.");
          return;
        }
        JsonNode json = Json.parse(text);
        switch (json.path("op").asInt(-1)) {
          case 1 -> beat(socket);
          case 2 -> identify(socket, json.path("d"));
          case 3, 4 -> {}
          case 6 -> resume(socket, json.path("d"));
          default -> {
            world.violation("gateway: unknown opcode in " + text);
            socket.close(4001, "Unknown opcode.");
          }
        }
      }
    }

    private void beat(WebSocket socket) {
      if (session != null) {
        session.beat = System.nanoTime() / 1_000_000;
      }
      socket.send("{\"op\":11,\"d\":null,\"s\":null,\"t\":null}");
    }

    private void identify(WebSocket socket, JsonNode data) {
      if (session != null) {
        world.violation("gateway: identified twice");
        socket.close(4005, "Already authenticated.");
        return;
      }
      if (!data.path("token").asText().equals(settings.token())) {
        socket.close(4004, "Authentication failed.");
        return;
      }
      int intents = data.path("intents").asInt();
      if ((intents & Wanted.MESSAGE_CONTENT) != 0 && !settings.contentIntentAllowed()) {
        socket.close(4014, "Disallowed intent(s).");
        return;
      }
      JsonNode shard = data.path("shard");
      int number = shard.isMissingNode() ? 0 : shard.path(0).asInt(-1);
      int count = shard.isMissingNode() ? 1 : shard.path(1).asInt(-1);
      if (number < 0 || count < 1 || number >= count) {
        world.violation("gateway: shard " + shard);
        socket.close(4010, "Invalid shard.");
        return;
      }
      if (count < settings.setup().shards()) {
        socket.close(4011, "Sharding required.");
        return;
      }
      identified++;
      session = new Session();
      session.shard = number;
      session.shards = count;
      session.intents = intents;
      session.socket = socket;
      session.beat = System.nanoTime() / 1_000_000;
      sessions.put(session.id, session);
      socket.send(event(session, "READY", greeting.ready(session.id, number, count)));
      if ((World.SERVER >> 22) % count == number) {
        socket.send(event(session, "GUILD_CREATE", greeting.server()));
      }
    }

    private void resume(WebSocket socket, JsonNode data) {
      Session old = sessions.get(data.path("session_id").asText());
      if (old == null || !data.path("token").asText().equals(settings.token())) {
        socket.send("{\"op\":9,\"d\":false,\"s\":null,\"t\":null}");
        return;
      }
      session = old;
      old.socket = socket;
      old.beat = System.nanoTime() / 1_000_000;
      int seen = data.path("seq").asInt();
      for (String missed :
          List.copyOf(old.sent.subList(Math.min(seen, old.sent.size()), old.sent.size()))) {
        socket.send(missed);
      }
      socket.send(event(old, "RESUMED", Json.object()));
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(code, reason);
      gone(socket);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable t, Response response) {
      gone(socket);
    }

    private void gone(WebSocket socket) {
      synchronized (Gateway.this) {
        if (session != null && session.socket == socket) {
          session.socket = null;
        }
      }
    }
  }
}
