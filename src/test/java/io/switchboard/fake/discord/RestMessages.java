package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.fake.discord.client.Screen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages of channels. */
final class RestMessages {
  private static final Pattern COMMAND = Pattern.compile("</([^:]+):(\\d+)>");
  private static final int MAY_SEND = 4 | 4096 | Message.VOICE | 32768;

  private final World world;
  private final Gateway gateway;

  RestMessages(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  JsonNode create(long channelId, JsonNode body) {
    Channel channel = world.channel(channelId);
    if (channel.type == Channel.FORUM) {
      throw Refusal.fault(400, 50008, "Cannot send messages in a non-text channel");
    }
    String nonce = body.path("nonce").asText("");
    if (!nonce.isEmpty() && body.path("enforce_nonce").asBoolean()) {
      Message first = world.byNonce.get(channelId + "/" + nonce);
      if (first != null) {
        return Json.message(world, first);
      }
    }
    Form.check(body, true);
    if (channel.locked && !world.managesThreads) {
      throw Refusal.luck(403, 160005, "Thread is locked");
    }
    channel.botSays();
    if (channel.archived) {
      channel.archived = false; // whoever says something opens it
      gateway.dispatch("THREAD_UPDATE", Json.channel(channel));
    }
    Long replyTo = reference(channel, body.path("message_reference"));
    if ((body.path("flags").asInt() & ~MAY_SEND) != 0) {
      world.violation("flags of a channel message: " + body.path("flags"));
    }
    Message message = world.message(channel, World.BOT);
    message.nonce = nonce.isEmpty() ? null : nonce;
    message.replyTo = replyTo;
    write(message, body, true);
    if (!nonce.isEmpty()) {
      world.byNonce.put(channelId + "/" + nonce, message);
    }
    gateway.dispatch("MESSAGE_CREATE", Json.dispatched(world, message));
    return Json.message(world, message);
  }

  /**
   * The first messages after one, or the last of all, the newest first; what only somebody sees is
   * in no channel.
   */
  JsonNode after(long channelId, String after, String limit) {
    int most = limit == null ? 50 : Integer.parseInt(limit);
    if (most < 1 || most > 100) {
      throw Refusal.form("limit: int value should be between 1 and 100");
    }
    ArrayNode page = Json.array();
    Comparator<Message> oldestFirst = Comparator.comparingLong(message -> message.id);
    world.channel(channelId).messages.values().stream()
        .filter(message -> !message.deleted && !message.is(Message.EPHEMERAL))
        .filter(message -> after == null || message.id > Long.parseLong(after))
        .sorted(after == null ? oldestFirst.reversed() : oldestFirst)
        .limit(most)
        .sorted(oldestFirst.reversed())
        .forEach(message -> page.add(Json.message(world, message).without("nonce")));
    return page;
  }

  private static Long reference(Channel channel, JsonNode reference) {
    if (!reference.has("message_id")) {
      return null;
    }
    Message original = channel.messages.get(reference.path("message_id").asLong());
    if (original != null && !original.deleted) {
      return original.id;
    }
    if (reference.path("fail_if_not_exists").asBoolean(true)) {
      throw Refusal.luck(400, 50035, "Invalid Form Body: message_reference: Unknown message");
    }
    return null;
  }

  JsonNode edit(long channelId, long messageId, JsonNode body) {
    if (world.channel(channelId).archived) {
      throw Refusal.luck(400, 50083, "Thread is archived");
    }
    Message message = world.message(world.channel(channelId), messageId);
    if (message.author != World.BOT) {
      throw Refusal.fault(403, 50005, "Cannot edit a message authored by another user");
    }
    return edit(message, body);
  }

  JsonNode edit(Message message, JsonNode body) {
    Form.check(body, false);
    Form.left(message, body);
    if (message.is(Message.VOICE)) {
      throw Refusal.fault(400, 50162, "Voice messages cannot be edited");
    }
    message.history.add(message.content);
    write(message, body, false);
    message.editedAt = world.now();
    if (!message.is(Message.EPHEMERAL)) {
      gateway.dispatch("MESSAGE_UPDATE", Json.dispatched(world, message));
    }
    return Json.message(world, message);
  }

  /** A mention of a command that is not there, or by another name, does nothing when pressed. */
  private void pressable(String content) {
    for (String mention : Screen.acting(content)) {
      Matcher command = COMMAND.matcher(mention);
      if (command.matches() && !world.registered(command.group(1), command.group(2))) {
        world.violation("there is no such command: " + mention);
      }
    }
  }

  /** Fills a message with what a body says. */
  void write(Message message, JsonNode body, boolean isNew) {
    message.content = body.path("content").asText(message.content).strip(); // as Discord does
    pressable(message.content);
    if (body.has("components")) {
      ((com.fasterxml.jackson.databind.node.ArrayNode)
              (message.components = body.path("components").deepCopy()))
          .forEach(row -> row.path("components").forEach(b -> ((ObjectNode) b).put("id", 1)));
    }
    int suppress = body.path("flags").asInt() & (Message.SUPPRESS_EMBEDS | 32768);
    message.flags = (message.flags & ~Message.SUPPRESS_EMBEDS) | suppress;
    if (!body.has("flags") && !isNew) {
      message.flags |= suppress;
    }
    if (body.has("attachments")) {
      List<ObjectNode> files = new ArrayList<>();
      for (JsonNode entry : body.path("attachments")) {
        files.add(
            entry.has("url")
                ? (ObjectNode) entry
                : message.files.stream()
                    .filter(f -> f.path("id").asText().equals(entry.path("id").asText()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.form("attachments: no such file: " + entry)));
      }
      message.files = files;
    }
    if (body.has("embeds")) {
      message.embeds = body.path("embeds").deepCopy();
      message.embeds.forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
    }
    message.flags |= body.path("flags").asInt() & Message.VOICE;
    if (!body.has("allowed_mentions")) {
      world.violation("allowed_mentions is missing: " + message.content);
    }
    Message original =
        message.replyTo == null ? null : message.channel.messages.get(message.replyTo);
    if (isNew || message.pings.isEmpty()) {
      message.pings.addAll(Form.pings(body, original == null ? null : original.author));
    }
    harmless(message);
  }

  /** Nobody is called by what the bot says, and no client fetches what a link in it leads to. */
  private void harmless(Message message) {
    if (!message.pings.isEmpty()) {
      world.violation("calls " + message.pings + ": " + message.content);
    }
    if (message.content.contains("://") && !message.is(Message.SUPPRESS_EMBEDS)) {
      world.violation("previews a link: " + message.content);
    }
  }

  JsonNode delete(long channelId, long messageId) {
    Message message = world.message(world.channel(channelId), messageId);
    if (message.author != World.BOT) {
      throw Refusal.luck(403, 50013, "Missing Permissions");
    }
    return delete(message);
  }

  JsonNode delete(Message message) {
    message.deleted = true;
    ObjectNode json =
        Json.object().put("id", "" + message.id).put("channel_id", "" + message.channel.id);
    if (!message.channel.isDm()) {
      json.put("guild_id", "" + World.SERVER);
    }
    gateway.dispatch("MESSAGE_DELETE", json);
    return null;
  }
}
