package io.switchboard.fake.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documents that Discord sends. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
  private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static JsonNode parse(String text) {
    try {
      return text.isEmpty() ? object() : MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw Refusal.fault(400, 50109, "The request body contains invalid JSON.");
    }
  }

  static ObjectNode user(Person person) {
    return object()
        .put("id", "" + person.id())
        .put("username", person.name())
        .put("global_name", person.name())
        .put("discriminator", "0")
        .putNull("avatar")
        .put("bot", person.bot());
  }

  static ObjectNode member(Person person) {
    ObjectNode member = object().put("joined_at", "2026-01-01T00:00:00+00:00");
    member.putNull("nick").put("deaf", false).put("mute", false).put("flags", 0);
    ArrayNode roles = member.putArray("roles");
    person.roles().forEach(role -> roles.add("" + role));
    return member;
  }

  static ObjectNode channel(Channel channel) {
    ObjectNode json = object().put("id", "" + channel.id).put("type", channel.type);
    json.put("flags", 0).putNull("last_message_id");
    if (channel.isDm()) {
      json.putArray("recipients").add(user(channel.recipient));
      return json;
    }
    json.put("guild_id", "" + World.SERVER).put("name", channel.name).put("position", 0);
    json.put("rate_limit_per_user", channel.slow);
    json.putArray("permission_overwrites");
    if (channel.type == Channel.FORUM) {
      ArrayNode tags = json.putArray("available_tags");
      channel.tags.forEach(
          (id, tag) ->
              tags.addObject()
                  .put("id", "" + id)
                  .put("name", tag.name())
                  .put("moderated", tag.moderated())
                  .putNull("emoji_id")
                  .putNull("emoji_name"));
      json.put("flags", channel.requiresTag ? 1 << 4 : 0);
    }
    if (channel.parent != null) {
      ArrayNode applied = json.putArray("applied_tags");
      channel.applied.forEach(id -> applied.add("" + id));
      json.put("parent_id", "" + channel.parent.id).put("owner_id", "" + channel.owner);
      json.put("message_count", 0).put("total_message_sent", 0).put("member_count", 1);
      json.putObject("thread_metadata")
          .put("archived", channel.archived)
          .put("locked", channel.locked)
          .put("auto_archive_duration", 1440)
          .put("archive_timestamp", "2026-01-01T00:00:00+00:00")
          .put("create_timestamp", "2026-01-01T00:00:00+00:00");
    }
    return json;
  }

  /** A message as REST answers it. */
  static ObjectNode message(World world, Message message) {
    ObjectNode json =
        object().put("id", "" + message.id).put("channel_id", "" + message.channel.id);
    json.set("author", user(message.author));
    json.put("type", message.replyTo == null ? 0 : 19).put("content", message.content);
    json.put("timestamp", message.at.toString()).put("tts", false).put("pinned", false);
    json.put("edited_timestamp", message.editedAt == null ? null : message.editedAt.toString());
    json.put("flags", message.flags).put("mention_everyone", message.pings.contains("everyone"));
    if (message.nonce != null) {
      json.put("nonce", message.nonce);
    }
    ArrayNode mentions = json.putArray("mentions");
    for (Matcher m = USER.matcher(message.content); m.find(); ) {
      Person person = world.people.get(Long.parseLong(m.group(1)));
      if (person != null) {
        mentions.add(user(person));
      }
    }
    ArrayNode roles = json.putArray("mention_roles");
    for (Matcher m = ROLE.matcher(message.content); m.find(); ) {
      roles.add(m.group(1));
    }
    json.set("embeds", message.embeds == null ? array() : message.embeds);
    json.putArray("attachments").addAll(world.cdn.signed(message.files));
    json.set("components", message.components == null ? array() : message.components);
    if (message.replyTo != null) {
      json.putObject("message_reference")
          .put("type", 0)
          .put("message_id", "" + message.replyTo)
          .put("channel_id", "" + message.channel.id);
      Message original = message.channel.messages.get(message.replyTo);
      json.set(
          "referenced_message",
          original == null || original.deleted ? null : message(world, original));
    }
    return json;
  }

  /** The same as the gateway tells it. */
  static ObjectNode dispatched(World world, Message message) {
    ObjectNode json = message(world, message);
    if (!message.channel.isDm()) {
      json.put("guild_id", "" + World.SERVER);
      json.set("member", member(message.author));
    }
    return json;
  }
}
