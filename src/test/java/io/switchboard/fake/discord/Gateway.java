package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
  private static final int MESSAGE_CONTENT = 1 << 15;
  private static final int GUILD_MESSAGES = 1 << 9;
  private static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
  private static final int DIRECT_MESSAGES = 1 << 12;

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
  private int identified;

  Gateway(World world, Wire settings) {
    this.world = world;
    this.settings = settings;
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
      if (wanted(session, type, data)) {
        String text = event(session, type, withoutWhatIsNotAllowed(session, type, data));
        if (session.socket != null) {
          session.socket.send(text);
        }
      }
    }
  }

  /** What happens on a server is told to its shard, what happens in private to the first. */
  private static boolean wanted(Session session, String type, ObjectNode data) {
    long server = data.path("guild_id").asLong();
    if ((server >> 22) % session.shards != session.shard) {
      return false;
    }
    if (!type.startsWith("MESSAGE_")) {
      return true;
    }
    if (type.startsWith("MESSAGE_REACTION_")) {
      return (session.intents & GUILD_MESSAGE_REACTIONS) != 0 && data.has("guild_id");
    }
    return (session.intents & (data.has("guild_id") ? GUILD_MESSAGES : DIRECT_MESSAGES)) != 0;
  }

  private static ObjectNode withoutWhatIsNotAllowed(Session session, String type, ObjectNode data) {
    boolean own = data.path("author").path("id").asText().equals("" + World.BOT.id());
    boolean mentioned = false;
    for (JsonNode user : data.path("mentions")) {
      mentioned |= user.path("id").asText().equals("" + World.BOT.id());
    }
    if (!type.startsWith("MESSAGE_")
        || (session.intents & MESSAGE_CONTENT) != 0
        || own
        || mentioned
        || !data.has("guild_id")) {
      return data;
    }
    ObjectNode bare = data.deepCopy().put("content", "");
    bare.putArray("attachments");
    bare.putArray("components");
    return bare;
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
      if ((intents & MESSAGE_CONTENT) != 0 && !settings.contentIntentAllowed()) {
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
      socket.send(event(session, "READY", ready()));
      if ((World.SERVER >> 22) % count == number) {
        socket.send(event(session, "GUILD_CREATE", server()));
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

    private ObjectNode ready() {
      ObjectNode json = Json.object().put("v", 10).put("session_id", session.id);
      json.put("resume_gateway_url", settings.gatewayUrl());
      json.set("user", Json.user(World.BOT));
      json.putArray("private_channels");
      ArrayNode shard = json.putArray("shard").add(session.shard).add(session.shards);
      ArrayNode guilds = json.putArray("guilds");
      if ((World.SERVER >> 22) % shard.path(1).asInt() == session.shard) {
        guilds.addObject().put("id", "" + World.SERVER).put("unavailable", true);
      }
      json.putObject("application").put("id", "" + World.BOT.id()).put("flags", 0);
      return json;
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

  private ObjectNode server() {
    ObjectNode json = Json.object().put("id", "" + World.SERVER).put("name", "The testers");
    json.put("owner_id", "1").put("member_count", world.people.size()).put("afk_timeout", 300);
    json.put("preferred_locale", "en-US").put("large", false).put("unavailable", false);
    for (String empty :
        List.of(
            "emojis",
            "stickers",
            "voice_states",
            "presences",
            "stage_instances",
            "features",
            "guild_scheduled_events",
            "soundboard_sounds")) {
      json.putArray(empty);
    }
    ArrayNode roles = json.putArray("roles");
    settings.setup().role(roles, World.SERVER, "@everyone");
    ArrayNode channels = json.putArray("channels");
    ArrayNode threads = json.putArray("threads");
    synchronized (world) {
      world.roles.forEach((id, name) -> settings.setup().role(roles, id, name));
      for (Channel channel : world.channels.values()) {
        if (channel.parent != null) {
          // Archived threads are not told of.
          if (channel.archived || channel.deleted) {
            continue;
          }
          threads.add(settings.told(channel));
        } else if (!channel.isDm()) {
          channels.add(settings.told(channel));
        }
      }
    }
    ObjectNode self = Json.member(World.BOT);
    self.set("user", Json.user(World.BOT));
    json.putArray("members").add(self);
    return json;
  }
}
