package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A Discord on a port of this machine, for tests with the real client library.
 *
 * <pre>
 * FakeDiscord discord = FakeDiscord.start();
 * Person alice = discord.person("alice");
 * Channel general = discord.channel("general");
 * // start the bot with discord.token(), discord.apiUrl(), discord.gatewayUrl()
 * discord.awaitBot();
 * discord.say(alice, general, discord.mention() + " hello");
 * discord.messages(general);    // what everybody sees, oldest first
 * discord.violations();         // empty, if the bot kept to the rules
 * </pre>
 *
 * <p>It is strict: 2000 characters, forms of messages and components, 3 seconds to answer an
 * interaction, 15 minutes for its token, ephemeral messages, nonces, 5 sends and 5 edits in 5
 * seconds a channel with Discord's headers and 429s, 50 calls a second in all, allowed mentions,
 * privileged intents, heartbeats, resuming. Whatever a bot that keeps to the documentation never
 * provokes stands in {@link #violations}. Messages outlive the bot's process; what is said while no
 * session exists is never delivered, as on Discord. One server; people see every channel.
 */
public final class FakeDiscord implements AutoCloseable {
  private final World world = new World();
  private final Limits limits = new Limits();
  private final Gateway gateway = new Gateway(world, this);
  private final Rest rest = new Rest(world, this, limits, gateway);
  private volatile String token = "fake-discord-token";
  private volatile boolean contentIntentAllowed = true;
  private volatile int heartbeatMillis = 41_250;
  private final Sockets sockets = new Sockets();
  private MockWebServer server;
  private int port;

  private FakeDiscord() {
    world.people.put(World.BOT.id(), World.BOT);
  }

  /** Starts on a free port. */
  public static FakeDiscord start() {
    FakeDiscord discord = new FakeDiscord();
    discord.up();
    return discord;
  }

  /** Reserves a port without listening: Discord is unreachable until {@link #up}. */
  public static FakeDiscord unreachable() {
    FakeDiscord discord = start();
    discord.down();
    return discord;
  }

  /** Listens again, on the same port as before. */
  public synchronized void up() {
    server = new MockWebServer();
    server.setServerSocketFactory(sockets);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
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
    port = server.getPort();
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

  int heartbeatMillis() {
    return heartbeatMillis;
  }

  /** How a bot is mentioned. */
  public String mention() {
    return World.BOT.mention();
  }

  /** The bot's (and application's) id. */
  public long botId() {
    return World.BOT.id();
  }

  /** The one server's id. */
  public long serverId() {
    return World.SERVER;
  }

  /** A new person who speaks English. */
  public Person person(String name) {
    return person(name, "en-US");
  }

  /** A new person on the server, with these roles (see {@link #role}). */
  public Person person(String name, String locale, long... roles) {
    synchronized (world) {
      Set<Long> set = new java.util.HashSet<>();
      for (long role : roles) {
        set.add(role);
      }
      Person person = new Person(world.snowflake(), name, locale, set, false);
      world.people.put(person.id(), person);
      return person;
    }
  }

  /** Another bot. */
  public Person otherBot(String name) {
    synchronized (world) {
      Person bot = new Person(world.snowflake(), name, "en-US", Set.of(), true);
      world.people.put(bot.id(), bot);
      return bot;
    }
  }

  /** A new role. Make it before the bot connects. */
  public long role(String name) {
    synchronized (world) {
      long id = world.snowflake();
      world.roles.put(id, name);
      return id;
    }
  }

  /** A new text channel. */
  public Channel channel(String name) {
    return newChannel(Channel.TEXT, name);
  }

  /** A new forum. */
  public Channel forum(String name) {
    return newChannel(Channel.FORUM, name);
  }

  private Channel newChannel(int type, String name) {
    synchronized (world) {
      Channel channel = world.add(new Channel(world.snowflake(), type, name, null, null, 0));
      gateway.dispatch("CHANNEL_CREATE", Json.channel(channel));
      return channel;
    }
  }

  /** A thread that this person opens. */
  public Channel thread(Person owner, Channel parent, String name) {
    synchronized (world) {
      Channel thread =
          world.add(new Channel(world.snowflake(), Channel.THREAD, name, parent, null, owner.id()));
      gateway.dispatch("THREAD_CREATE", Json.channel(thread).put("newly_created", true));
      return thread;
    }
  }

  /** The threads and posts under a channel or forum, oldest first. */
  public List<Channel> threads(Channel parent) {
    synchronized (world) {
      return world.channels.values().stream().filter(c -> c.parent == parent).toList();
    }
  }

  /** The private chat of a person with the bot. */
  public Channel dm(Person person) {
    return world.dm(person);
  }

  /** Says something. */
  public Event say(Person person, Channel channel, String text) {
    return new Saying(world, gateway).say(person, channel, text, null, List.of());
  }

  /** Replies to a message. */
  public Event reply(Person person, Channel channel, long to, String text) {
    return new Saying(world, gateway).say(person, channel, text, to, List.of());
  }

  /** Says something with a file: its name, media type and size. */
  public Event say(
      Person person, Channel channel, String text, String file, String type, int size) {
    return new Saying(world, gateway)
        .say(person, channel, text, null, List.of(Saying.file(world, port, file, type, size)));
  }

  /** Uses a registered command; options by name. */
  public Event slash(Person person, Channel channel, String name, Map<String, String> options) {
    return new Saying(world, gateway).slash(person, channel, name, options);
  }

  /** Presses a button by what is written on it. */
  public Event press(Person person, Shown message, String label) {
    return new Saying(world, gateway).press(person, message, label);
  }

  /** The same event once more, as after a resume that went wrong. */
  public void deliverAgain(Event event) {
    gateway.dispatch(event.type(), event.data());
  }

  /** A person deletes a message (their own, or as a moderator). */
  public void delete(Channel channel, long message) {
    synchronized (world) {
      new RestMessages(world, gateway).delete(channel.messages.get(message));
    }
  }

  /** What everybody in the channel sees, oldest first. */
  public List<Shown> messages(Channel channel) {
    return messages(channel, null);
  }

  /** What this person sees, messages for their eyes included. */
  public List<Shown> messages(Channel channel, Person reader) {
    synchronized (world) {
      List<Shown> shown = new ArrayList<>();
      for (Message message : channel.messages.values()) {
        boolean sees =
            !message.is(Message.EPHEMERAL) || reader != null && reader.equals(message.onlyFor);
        if (!message.deleted && sees) {
          shown.add(shown(message));
        }
      }
      return List.copyOf(shown);
    }
  }

  /** The same, only what the bot said. */
  public List<Shown> fromBot(Channel channel, Person reader) {
    return messages(channel, reader).stream()
        .filter(m -> m.author().equals(World.BOT.name()))
        .toList();
  }

  private static Shown shown(Message message) {
    List<String> buttons = new ArrayList<>();
    List<String> links = new ArrayList<>();
    if (message.components != null) {
      for (JsonNode row : message.components) {
        for (JsonNode button : row.path("components")) {
          buttons.add(button.path("label").asText());
          if (button.has("url")) {
            links.add(button.path("url").asText());
          }
        }
      }
    }
    return new Shown(
        message.id,
        message.channel.id,
        message.author.name(),
        message.content,
        List.copyOf(buttons),
        List.copyOf(links),
        List.copyOf(message.history),
        List.copyOf(message.pings),
        message.replyTo,
        message.is(Message.LOADING),
        message.is(Message.EPHEMERAL),
        !message.is(Message.SUPPRESS_EMBEDS));
  }

  /** The commands that the bot has registered, as it sent them. */
  public ArrayNode commands() {
    synchronized (world) {
      return world.commands.deepCopy();
    }
  }

  /** Every REST call so far: method, space, path after /api/v10. */
  public List<String> calls() {
    return List.copyOf(world.calls);
  }

  /** How often the bot showed that it is typing in the channel. */
  public long typings(Channel channel) {
    synchronized (world) {
      return world.typing.stream().filter(("" + channel.id)::equals).count();
    }
  }

  /** What the bot did wrong so far, 429s included. */
  public List<String> violations() {
    new Saying(world, gateway).lateAnswers();
    return List.copyOf(world.violations);
  }

  /** Forgets the violations so far: the test provoked them. */
  public void forgive() {
    world.violations.clear();
  }

  /** From now on a channel takes so many sends, and so many edits. */
  public void limit(int calls, Duration per) {
    limits.messages(calls, per);
  }

  /** The next call that matches (as in {@link #calls}) is answered with this error. */
  public void refuseNext(String callPattern, int status, int code) {
    rest.trouble(new Rest.Trouble(callPattern, status, code, false));
  }

  /** The next call that matches has its effect, but its answer never arrives. */
  public void loseAnswerOfNext(String callPattern) {
    rest.trouble(new Rest.Trouble(callPattern, 0, 0, true));
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

  /** Forgets the bot's session: the next resume is refused. */
  public void forgetSessions() {
    gateway.forget();
  }

  /** Whether the bot is connected to the gateway and identified. */
  public boolean botConnected() {
    return gateway.connected();
  }

  /** How many sessions were begun so far. */
  public int identified() {
    return gateway.identified();
  }

  /** Waits until the bot is connected and has registered its commands. */
  public void awaitBot() {
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> botConnected() && !commands().isEmpty());
  }
}
