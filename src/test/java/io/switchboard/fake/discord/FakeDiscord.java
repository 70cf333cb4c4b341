package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

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
public final class FakeDiscord extends Happening {
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

  /** The text, and what its cards say. */
  private static String said(Message message) {
    StringBuilder said = new StringBuilder(message.content);
    if (message.embeds != null) {
      for (JsonNode embed : message.embeds) {
        for (String part :
            List.of(
                embed.path("title").asText(),
                embed.path("description").asText(),
                embed.path("footer").path("text").asText())) {
          if (!part.isEmpty()) {
            said.append(said.isEmpty() ? "" : "\n").append(part);
          }
        }
      }
    }
    return said.toString();
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
        said(message),
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

  /** How often the bot showed that it is typing in the channel. */
  public long typings(Channel channel) {
    synchronized (world) {
      return world.typing.stream().filter(("" + channel.id)::equals).count();
    }
  }

  /** What the bot did wrong so far, 429s included. */
  public List<String> violations() {
    new Saying(world, gateway).lateAnswers();
    gateway.lateHeartbeats();
    return List.copyOf(world.violations);
  }

  /** Waits until the bot is connected and has registered its commands. */
  public void awaitBot() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> botConnected() && !commands().isEmpty());
  }
}
