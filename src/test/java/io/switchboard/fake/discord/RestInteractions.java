package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Answers to interactions, and the commands that people can choose. */
final class RestInteractions {
  private final World world;
  private final RestMessages messages;
  private final Gateway gateway;

  RestInteractions(World world, RestMessages messages, Gateway gateway) {
    this.world = world;
    this.messages = messages;
    this.gateway = gateway;
  }

  JsonNode register(JsonNode body) {
    ArrayNode registered = Json.array();
    for (JsonNode command : body) {
      CommandForm.check(command);
      ObjectNode stored = command.deepCopy();
      stored.put("id", id(command)).put("application_id", "" + World.BOT.id());
      stored.put("version", "" + world.snowflake()).put("type", command.path("type").asInt(1));
      stored.put("nsfw", false);
      registered.add(stored);
    }
    if (registered.size() > 110) {
      throw Refusal.fault(400, 30032, "Maximum number of application commands reached (100)");
    }
    world.commands = registered;
    return registered;
  }

  /** What is registered anew under the same name stays the same command. */
  private String id(JsonNode command) {
    for (JsonNode before : world.commands) {
      if (before.path("name").equals(command.path("name"))
          && before.path("type").asInt(1) == command.path("type").asInt(1)) {
        return before.path("id").asText();
      }
    }
    return "" + world.snowflake();
  }

  JsonNode callback(long id, String token, JsonNode body, boolean withResponse) {
    Interaction interaction = world.interactions.get(id);
    if (interaction == null || !interaction.token.equals(token)) {
      throw Refusal.fault(404, 10062, "Unknown interaction");
    }
    if (interaction.acknowledged) {
      throw Refusal.luck(400, 40060, "Interaction has already been acknowledged.");
    }
    if (interaction.isOver(world.now())) {
      throw Refusal.fault(404, 10062, "Unknown interaction");
    }
    int type = body.path("type").asInt();
    if (type == 8 != (interaction.type == 4)) {
      throw Refusal.form("type: 8 answers those who are typing, and nothing else does");
    }
    switch (type) {
      case 8 -> {
        CommandForm.choices(body.path("data").path("choices"));
        interaction.answer = body.path("data").path("choices");
      }
      case 9 -> {
        if (interaction.type == 5) {
          throw Refusal.form("type: a form does not open another");
        }
        ModalForm.check(body.path("data"));
        interaction.answer = body.path("data");
      }
      case 4 -> {
        Form.check(body.path("data"), true);
        interaction.original = newReply(interaction, body.path("data"));
        messages.write(interaction.original, body.path("data"), true);
        announce(interaction.original);
      }
      case 5 -> {
        interaction.original = newReply(interaction, body.path("data"));
        interaction.original.flags |= Message.LOADING;
        announce(interaction.original);
      }
      case 6 -> {
        if (interaction.pressed == null) {
          throw Refusal.form("type: 6 is for components");
        }
        interaction.original = interaction.pressed;
      }
      default -> throw Refusal.form("type: this fake takes 4, 5, 6, 8, 9 and not " + type);
    }
    interaction.acknowledged = true;
    return withResponse ? told(interaction, type) : null;
  }

  /** What was made of it: the callback, and the message that it made or changed. */
  private JsonNode told(Interaction interaction, int type) {
    ObjectNode json = Json.object();
    json.putObject("interaction").put("id", "" + interaction.id).put("type", interaction.type);
    ObjectNode resource = json.putObject("resource").put("type", type);
    if (interaction.original != null && (type == 4 || type == 5)) {
      resource.set("message", Json.message(world, interaction.original));
    }
    return json;
  }

  private Message newReply(Interaction interaction, JsonNode data) {
    Message message = world.message(interaction.channel, World.BOT);
    if ((data.path("flags").asInt() & Message.EPHEMERAL) != 0) {
      message.flags |= Message.EPHEMERAL;
      message.onlyFor = interaction.person;
    }
    return message;
  }

  private void announce(Message message) {
    if (!message.is(Message.EPHEMERAL)) {
      gateway.dispatch("MESSAGE_CREATE", Json.dispatched(world, message));
    }
  }

  private Interaction alive(String token) {
    Interaction interaction = world.byToken.get(token);
    if (interaction == null || !interaction.acknowledged) {
      throw Refusal.fault(404, 10015, "Unknown Webhook");
    }
    if (Duration.between(interaction.at, world.now()).compareTo(Interaction.TOKEN_LIVES) > 0) {
      throw Refusal.fault(401, 50027, "Invalid Webhook Token");
    }
    return interaction;
  }

  private Message message(Interaction interaction, String id) {
    Message message =
        id.equals("@original")
            ? interaction.original
            : interaction.channel.messages.get(Long.parseLong(id));
    if (message == null || message.deleted) {
      throw Refusal.luck(404, 10008, "Unknown Message");
    }
    return message;
  }

  JsonNode followUp(String token, JsonNode body) {
    Interaction interaction = alive(token);
    Form.check(body, true);
    if (interaction.original != null && interaction.original.is(Message.LOADING)) {
      world.violation("a follow-up while the deferred reply waits: edit @original first");
      return edit(token, "@original", body);
    }
    if (body.has("nonce") || body.has("message_reference")) {
      world.violation("webhooks know no nonce and no message_reference");
    }
    Message message = newReply(interaction, body);
    messages.write(message, body, true);
    announce(message);
    return Json.message(world, message);
  }

  JsonNode get(String token, String id) {
    return Json.message(world, message(alive(token), id));
  }

  JsonNode edit(String token, String id, JsonNode body) {
    Message message = message(alive(token), id);
    boolean waited = message.is(Message.LOADING);
    message.flags &= ~Message.LOADING;
    try {
      JsonNode json = messages.edit(message, body);
      if (waited) {
        message.history.clear();
        message.editedAt = null;
      }
      return json;
    } catch (Refusal e) {
      message.flags |= waited ? Message.LOADING : 0;
      throw e;
    }
  }

  JsonNode delete(String token, String id) {
    return messages.delete(message(alive(token), id));
  }
}
