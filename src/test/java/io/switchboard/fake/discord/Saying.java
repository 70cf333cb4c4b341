package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What people do. */
final class Saying {
  private final World world;
  private final Gateway gateway;

  Saying(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  static ObjectNode file(World world, int port, String name, String type, byte[] content) {
    long id = world.snowflake();
    String url =
        "http://127.0.0.1:" + port + world.cdn.keep("/attachments/1/" + id + "/" + name, content);
    return Json.object()
        .put("id", "" + id)
        .put("filename", name)
        .put("content_type", type)
        .put("size", content.length)
        .put("url", url)
        .put("proxy_url", url);
  }

  /** Keeps a file of the bot's; the entry tells of it from now on. */
  static void kept(World world, ObjectNode entry, byte[] content) {
    long id = world.snowflake();
    String name = entry.path("filename").asText();
    String path = world.cdn.keep("/attachments/1/" + id + "/" + name, content);
    entry.put("id", "" + id).put("size", content.length).put("content_type", Cdn.type(name));
    entry.put("url", "http://cdn" + path).put("proxy_url", "http://cdn" + path);
  }

  Event say(Person person, Channel channel, String text, Long replyTo, List<ObjectNode> files) {
    if (text.length() > 2000) {
      throw new IllegalArgumentException("people cannot send more than 2000 characters either");
    }
    synchronized (world) {
      Message message = world.message(channel, person);
      message.content = text;
      message.replyTo = replyTo;
      message.files = files;
      ObjectNode data = Json.dispatched(world, message);
      Message original = replyTo == null ? null : channel.messages.get(replyTo);
      if (original != null) {
        ((ArrayNode) data.path("mentions")).add(Json.user(original.author));
      }
      gateway.dispatch("MESSAGE_CREATE", data);
      return new Event(message.id, "MESSAGE_CREATE", data);
    }
  }

  Event edit(Person person, Channel channel, long id, String text) {
    synchronized (world) {
      Message message = channel.messages.get(id);
      if (!message.author.equals(person)) {
        throw new AssertionError("people can edit only what they wrote themselves");
      }
      message.history.add(message.content);
      message.content = text;
      message.editedAt = world.now();
      ObjectNode data = Json.dispatched(world, message);
      gateway.dispatch("MESSAGE_UPDATE", data);
      return new Event(message.id, "MESSAGE_UPDATE", data);
    }
  }

  Event delete(Person person, Channel channel, long id) {
    synchronized (world) {
      Message message = channel.messages.get(id);
      if (!message.author.equals(person)) {
        throw new AssertionError("without a permission people delete only what they wrote");
      }
      message.deleted = true;
      ObjectNode data = Json.object().put("id", "" + id).put("channel_id", "" + channel.id());
      if (!channel.isDm()) {
        data.put("guild_id", "" + World.SERVER);
      }
      gateway.dispatch("MESSAGE_DELETE", data);
      return new Event(id, "MESSAGE_DELETE", data);
    }
  }

  Event slash(Person person, Channel channel, String name, Map<String, String> options) {
    synchronized (world) {
      JsonNode command = command(1, name);
      ObjectNode data = interaction(person, channel, 2, null);
      ObjectNode chosen = data.putObject("data").put("id", command.path("id").asText());
      chosen.put("name", name).put("type", 1);
      ArrayNode values = chosen.putArray("options");
      Map<String, String> left = new TreeMap<>(options);
      for (JsonNode option : command.path("options")) {
        String value = left.remove(option.path("name").asText());
        if (value == null && option.path("required").asBoolean()) {
          throw new AssertionError("/" + name + " needs " + option.path("name"));
        }
        if (value != null) {
          check(option, value);
          values
              .addObject()
              .put("type", option.path("type").asInt())
              .put("name", option.path("name").asText())
              .put("value", option.path("type").asInt() == 11 ? attach(chosen, value) : value);
        }
      }
      if (!left.isEmpty()) {
        throw new AssertionError("/" + name + " has no option " + left.keySet());
      }
      return dispatched(data);
    }
  }

  JsonNode command(int type, String name) {
    for (JsonNode registered : world.commands) {
      if (registered.path("type").asInt(1) == type
          && registered.path("name").asText().equals(name)) {
        return registered;
      }
    }
    throw new AssertionError("the bot has no command " + name + " of type " + type);
  }

  Event useOn(Person person, Shown shown, String name) {
    synchronized (world) {
      Channel channel = world.channels.get(shown.channel());
      ObjectNode data = interaction(person, channel, 2, null);
      ObjectNode chosen = data.putObject("data").put("name", name).put("type", 3);
      chosen.put("id", command(3, name).path("id").asText()).put("target_id", "" + shown.id());
      chosen
          .withObject("/resolved/messages")
          .set("" + shown.id(), Json.message(world, channel.messages.get(shown.id())));
      return dispatched(data);
    }
  }

  /** Files are given by their name; they are pictures of 1000 bytes. */
  private String attach(ObjectNode chosen, String name) {
    ObjectNode file = file(world, 1, name, "image/png", new byte[1000]);
    String id = file.path("id").asText();
    chosen.withObject("/resolved/attachments").set(id, file);
    return id;
  }

  private static void check(JsonNode option, String value) {
    boolean any = option.path("choices").isEmpty();
    for (JsonNode choice : option.path("choices")) {
      any |= choice.path("value").asText().equals(value);
    }
    if (!any) {
      throw new AssertionError(value + " is not among " + option.path("choices"));
    }
  }

  Event press(Person person, Shown shown, String label) {
    synchronized (world) {
      Channel channel = world.channels.get(shown.channel());
      Message message = channel.messages.get(shown.id());
      if (message.deleted || message.onlyFor != null && !message.onlyFor.equals(person)) {
        throw new AssertionError(person.name() + " does not see this message");
      }
      for (JsonNode row : message.components == null ? Json.array() : message.components) {
        for (JsonNode button : row.path("components")) {
          if (button.path("label").asText().equals(label) && button.has("custom_id")) {
            ObjectNode data = interaction(person, channel, 3, message);
            data.set("message", Json.message(world, message));
            data.putObject("data")
                .put("custom_id", button.path("custom_id").asText())
                .put("component_type", 2)
                .put("id", 1);
            return dispatched(data);
          }
        }
      }
      throw new AssertionError("no button " + label + " under: " + message.content);
    }
  }

  ObjectNode interaction(Person person, Channel channel, int type, Message pressed) {
    long id = world.snowflake();
    String token = "tok" + UUID.randomUUID().toString().replace("-", "") + "_" + id;
    Interaction interaction =
        new Interaction(id, token, person, channel, pressed, world.now(), type);
    world.interactions.put(id, interaction);
    world.byToken.put(token, interaction);
    ObjectNode data = Json.object().put("id", "" + id).put("application_id", "" + World.BOT.id());
    data.put("type", type).put("token", token).put("version", 1);
    data.put("channel_id", "" + channel.id).put("locale", person.locale());
    data.put("context", channel.isDm() ? 1 : 0);
    data.putObject("authorizing_integration_owners").put("0", "" + World.SERVER);
    data.putArray("entitlements");
    data.set("channel", Json.channel(channel));
    if (channel.isDm()) {
      data.set("user", Json.user(person));
    } else {
      data.put("guild_id", "" + World.SERVER).put("guild_locale", "en-US");
      ObjectNode guild = data.putObject("guild").put("id", "" + World.SERVER);
      guild.put("locale", "en-US").putArray("features");
      ObjectNode member = Json.member(person).put("permissions", "326417525824");
      member.set("user", Json.user(person));
      data.set("member", member);
    }
    return data;
  }

  Event dispatched(ObjectNode data) {
    gateway.dispatch("INTERACTION_CREATE", data);
    return new Event(data.path("id").asLong(), "INTERACTION_CREATE", data);
  }

  /** Notes interactions that were not answered in time. */
  void lateAnswers() {
    synchronized (world) {
      for (Interaction interaction : new ArrayList<>(world.interactions.values())) {
        if (!interaction.acknowledged && interaction.isOver(world.now())) {
          String what = "interaction " + interaction.id + " was not answered within 3 seconds";
          if (!world.violations.contains(what)) {
            world.violation(what);
          }
        }
      }
    }
  }
}
