package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The bot's lists of commands, by scope and language. */
final class Menus {
  private static final JsonNode TRUE = JsonNodeFactory.instance.booleanNode(true);
  private static final Set<String> OF_ALL =
      Set.of("default", "all_private_chats", "all_group_chats", "all_chat_administrators");

  private final World world;

  Menus(World world) {
    this.world = world;
  }

  JsonNode set(Call call) {
    JsonNode commands = call.object("commands");
    if (!commands.isArray() || commands.size() > 100) {
      throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode command : commands) {
      String name = command.path("command").asText("");
      String description = command.path("description").asText("");
      if (!name.matches("[a-z0-9_]{1,32}")) {
        throw Refusal.badRequest("BOT_COMMAND_INVALID");
      }
      if (description.isEmpty() || description.length() > 256) {
        throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
      }
      names.add(name + " " + description);
    }
    String key = key(call);
    synchronized (world) {
      world.commands.put(key, names);
    }
    return TRUE;
  }

  JsonNode delete(Call call) {
    String key = key(call);
    synchronized (world) {
      world.commands.remove(key);
    }
    return TRUE;
  }

  JsonNode get(Call call) {
    ArrayNode all = Call.JSON.createArrayNode();
    String key = key(call);
    synchronized (world) {
      for (String line : world.commands.getOrDefault(key, List.of())) {
        String[] parts = line.split(" ", 2);
        all.addObject().put("command", parts[0]).put("description", parts[1]);
      }
    }
    return all;
  }

  /** What somebody's app shows in a group, as Telegram chooses it. */
  List<String> shown(Person person, Chat group) {
    List<String> scopes = new ArrayList<>();
    scopes.add("chat_member:" + group.id() + ":" + person.id());
    synchronized (world) {
      boolean administrator = world.room(group.id()).administrators.contains(person.id());
      if (administrator) {
        scopes.add("chat_administrators:" + group.id());
      }
      scopes.add("chat:" + group.id());
      if (administrator) {
        scopes.add("all_chat_administrators");
      }
    }
    scopes.addAll(List.of("all_group_chats", "default"));
    return first(person, scopes);
  }

  /** What somebody's app shows in their private chat with the bot, as Telegram chooses it. */
  List<String> shown(Person person) {
    return first(person, List.of("chat:" + person.id(), "all_private_chats", "default"));
  }

  private List<String> first(Person person, List<String> scopes) {
    String language = person.language().substring(0, Math.min(2, person.language().length()));
    synchronized (world) {
      for (String scope : scopes) {
        for (String spoken : List.of(language, "")) {
          List<String> found = world.commands.get(scope + "/" + spoken);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return List.of();
  }

  private String key(Call call) {
    String language = call.text("language_code");
    if (!language.matches("([a-z]{2})?")) {
      throw Refusal.badRequest("invalid language code specified");
    }
    return scope(call.object("scope")) + "/" + language;
  }

  private String scope(JsonNode scope) {
    String type = scope.path("type").asText("default");
    if (OF_ALL.contains(type)) {
      return type;
    }
    if (!Set.of("chat", "chat_administrators", "chat_member").contains(type)) {
      throw Refusal.badRequest("can't parse BotCommandScope: Unsupported type specified");
    }
    String chat = scope.path("chat_id").asText("");
    if (!chat.matches("-?\\d+")) {
      throw Refusal.badRequest("chat not found");
    }
    World.Room room = world.room(Long.parseLong(chat));
    boolean alone = room.chat.isPrivate();
    if (alone && !type.equals("chat")) {
      throw Refusal.badRequest("can't change commands in private chats for members");
    }
    if (!room.forbidden.isEmpty()) {
      throw Refusal.forbidden(room.forbidden);
    }
    String member = type.equals("chat_member") ? ":" + scope.path("user_id").asText() : "";
    if (!member.isEmpty() && !room.members.contains(Long.parseLong(member.substring(1)))) {
      throw Refusal.badRequest("user not found");
    }
    return type + ":" + chat + member;
  }
}
