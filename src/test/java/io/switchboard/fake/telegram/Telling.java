package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects of the Bot API, as the server writes them. */
final class Telling {
  private static final Pattern FOUND =
      Pattern.compile(
          "(?<![\\w/])/[a-zA-Z0-9_]{1,32}(@[a-zA-Z0-9_]{3,32})?|(?<!\\w)@[a-zA-Z0-9_]{3,32}");

  private Telling() {}

  static ObjectNode bot() {
    ObjectNode user = Call.JSON.createObjectNode();
    user.put("id", FakeTelegram.BOT_ID);
    user.put("is_bot", true);
    user.put("first_name", "Switchboard");
    user.put("username", FakeTelegram.BOT_NAME);
    return user;
  }

  static ObjectNode user(Person person) {
    ObjectNode user = Call.JSON.createObjectNode();
    user.put("id", person.id());
    user.put("is_bot", false);
    user.put("first_name", person.name());
    if (!person.handle().isEmpty()) {
      user.put("username", person.handle());
    }
    if (!person.language().isEmpty()) {
      user.put("language_code", person.language());
    }
    return user;
  }

  static ObjectNode chat(World.Room room) {
    ObjectNode chat = Call.JSON.createObjectNode();
    chat.put("id", room.chat.id());
    chat.put("type", room.chat.type());
    chat.put(room.chat.isPrivate() ? "first_name" : "title", room.chat.title());
    if (room.forum) {
      chat.put("is_forum", true);
    }
    return chat;
  }

  /**
   * A message that a bot or a person wrote; {@code from} as made above, {@code null} in channels.
   */
  static ObjectNode message(World.Room room, int id, ObjectNode from, int topic) {
    ObjectNode message = Call.JSON.createObjectNode();
    message.put("message_id", id);
    if (from != null) {
      message.set("from", from);
    }
    message.set("chat", chat(room));
    message.put("date", System.currentTimeMillis() / 1000);
    if (topic > 0) {
      message.put("message_thread_id", topic);
      message.put("is_topic_message", true);
    }
    return message;
  }

  static void text(ObjectNode message, String field, String text, List<Entity> entities) {
    message.put(field, text);
    if (!entities.isEmpty()) {
      ArrayNode array = message.putArray(field.equals("caption") ? "caption_entities" : "entities");
      for (Entity e : entities) {
        ObjectNode node = array.addObject();
        node.put("type", e.type());
        node.put("offset", e.offset());
        node.put("length", e.length());
        switch (e.type()) {
          case "text_link" -> node.put("url", e.argument());
          case "pre" -> {
            if (!e.argument().isEmpty()) {
              node.put("language", e.argument());
            }
          }
          case "text_mention" ->
              node.putObject("user")
                  .put("id", Long.parseLong(e.argument()))
                  .put("is_bot", false)
                  .put("first_name", e.of(text));
          default -> {}
        }
      }
    }
  }

  /** A rich message as it comes back: paragraphs of plain strings and of arrays. */
  static void rich(ObjectNode message, String text) {
    ArrayNode blocks = message.putObject("rich_message").putArray("blocks");
    boolean plain = true;
    for (String line : text.split("\n")) {
      ObjectNode block = blocks.addObject().put("type", "paragraph");
      if (plain) {
        block.put("text", line);
      } else {
        block.putArray("text").add(line).addObject().put("type", "bold").put("text", "!");
      }
      plain = !plain;
    }
  }

  /** What the server finds by itself in a text that somebody typed. */
  static List<Entity> found(String text) {
    List<Entity> found = new ArrayList<>();
    Matcher m = FOUND.matcher(text);
    while (m.find()) {
      String type = m.group().startsWith("/") ? "bot_command" : "mention";
      found.add(new Entity(type, m.start(), m.end() - m.start(), ""));
    }
    return found;
  }
}
