package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What people write, and what the bot is told of it. */
final class Writing {
  /** A file that somebody sends; {@code group} is the album's id, or empty. */
  record File(String kind, String name, String type, byte[] bytes, String group) {}

  private static final int LONGEST = 4096;

  private final World world;
  private final UpdateQueue updates;

  Writing(World world, UpdateQueue updates) {
    this.world = world;
    this.updates = updates;
  }

  Shown say(Person person, Chat chat, String text, int replyTo, Consumer<ObjectNode> more) {
    if (text.length() <= LONGEST) {
      return write(person, chat, text, Telling.found(text), replyTo, more);
    }
    Shown first = null;
    for (int i = 0; i < text.length(); i += LONGEST) {
      String part = text.substring(i, Math.min(text.length(), i + LONGEST));
      Shown shown = write(person, chat, part, Telling.found(part), i == 0 ? replyTo : 0, more);
      first = first == null ? shown : first;
    }
    return first;
  }

  Shown sayMentioning(Person person, Chat chat, String text, Person mentioned) {
    List<Entity> entities = new ArrayList<>(Telling.found(text));
    int at = text.indexOf(mentioned.name());
    String id = String.valueOf(mentioned.id());
    entities.add(new Entity("text_mention", at, mentioned.name().length(), id));
    return write(person, chat, text, entities, 0, m -> {});
  }

  Shown file(Person person, Chat chat, File file, String caption) {
    return write(
        person,
        chat,
        "",
        List.of(),
        0,
        message -> {
          attach(message, file);
          if (!caption.isEmpty()) {
            Telling.text(message, "caption", caption, Telling.found(caption));
          }
          if (!file.group.isEmpty()) {
            message.put("media_group_id", file.group);
          }
        });
  }

  Shown album(Person person, Chat chat, List<byte[]> pictures, String caption) {
    String group = String.valueOf(world.nextId());
    Shown first = null;
    for (byte[] picture : pictures) {
      File file = new File("photo", "", "image/jpeg", picture, group);
      Shown shown = file(person, chat, file, first == null ? caption : "");
      first = first == null ? shown : first;
    }
    return first;
  }

  private void attach(ObjectNode message, File file) {
    String id = "file" + world.nextId();
    world.files.put(id, file.bytes);
    ObjectNode node =
        file.kind.equals("photo")
            ? message.putArray("photo").addObject().put("width", 800).put("height", 600)
            : message.putObject(file.kind);
    node.put("file_id", id).put("file_unique_id", "u" + id).put("file_size", file.bytes.length);
    switch (file.kind) {
      case "document" -> node.put("file_name", file.name).put("mime_type", file.type);
      case "voice" -> node.put("duration", 3).put("mime_type", file.type);
      default -> {}
    }
  }

  private Shown write(
      Person person,
      Chat chat,
      String text,
      List<Entity> entities,
      int replyTo,
      Consumer<ObjectNode> more) {
    synchronized (world) {
      World.Room room = world.room(chat.id());
      int id = world.nextMessage(room);
      ObjectNode message = Telling.message(room, id, Telling.user(person), chat.topic());
      if (!text.isEmpty()) {
        Telling.text(message, "text", text, entities);
      }
      Shown target = room.messages.get(replyTo);
      if (target != null) {
        message.set("reply_to_message", told(world, room, target));
        if (!room.forum && !room.chat.isPrivate()) {
          message.put("message_thread_id", replyTo); // a thread of replies is no topic
        }
      } else if (chat.topic() > 0) {
        ObjectNode root = Telling.message(room, chat.topic(), Telling.bot(), chat.topic());
        root.putObject("forum_topic_created")
            .put("name", room.topics.get(chat.topic()))
            .put("icon_color", 7322096);
        message.set("reply_to_message", root);
      }
      more.accept(message);
      int update = 0;
      if (hears(room, message, text, entities, target)) {
        ObjectNode wrapped = Call.JSON.createObjectNode();
        wrapped.set(room.chat.type().equals("channel") ? "channel_post" : "message", message);
        update = updates.add(wrapped);
      }
      String visible = text.isEmpty() ? message.path("caption").asText("") : text;
      Shown shown =
          new Shown(
              id,
              chat,
              person.name(),
              false,
              visible,
              entities,
              List.of(),
              replyTo,
              List.of(),
              false,
              visible,
              update);
      room.messages.put(id, shown);
      return shown;
    }
  }

  Shown edit(Person person, Shown shown, String text) {
    synchronized (world) {
      World.Room room = world.room(shown.chat().id());
      Shown before = room.messages.get(shown.id());
      if (before == null || before.bot() || !before.from().equals(person.name())) {
        throw new AssertionError("people can edit only what they wrote themselves");
      }
      List<Entity> entities = Telling.found(text);
      ObjectNode message =
          Telling.message(room, shown.id(), Telling.user(person), shown.chat().topic());
      Telling.text(message, "text", text, entities);
      message.put("edit_date", System.currentTimeMillis() / 1000);
      Shown target = room.messages.get(before.replyTo());
      if (target != null) {
        message.set("reply_to_message", told(world, room, target));
      }
      int update = 0;
      if (hears(room, message, text, entities, target)) {
        ObjectNode wrapped = Call.JSON.createObjectNode();
        wrapped.set("edited_message", message);
        update = updates.add(wrapped);
      }
      List<String> history = new ArrayList<>(before.history());
      history.add(before.text());
      Shown now =
          new Shown(
              shown.id(),
              shown.chat(),
              person.name(),
              false,
              text,
              entities,
              List.of(),
              before.replyTo(),
              history,
              false,
              text,
              update);
      room.messages.put(shown.id(), now);
      return now;
    }
  }

  private boolean hears(
      World.Room room, ObjectNode message, String text, List<Entity> entities, Shown target) {
    if (room.chat.isPrivate() || !world.privacyMode) {
      return true;
    }
    String all = (text + " " + message.path("caption").asText("")).toLowerCase();
    return (target != null && target.bot())
        || entities.stream().anyMatch(e -> e.type().equals("bot_command") && e.offset() == 0)
        || all.startsWith("/")
        || all.contains("@" + FakeTelegram.BOT_NAME);
  }

  /** How the bot is told of a message. */
  static ObjectNode told(World world, World.Room room, Shown shown) {
    ObjectNode from =
        shown.bot()
            ? Telling.bot()
            : world.people.values().stream()
                .filter(p -> p.name().equals(shown.from()))
                .findFirst()
                .map(Telling::user)
                .orElseThrow();
    ObjectNode message = Telling.message(room, shown.id(), from, shown.chat().topic());
    if (shown.rich()) {
      Telling.rich(message, shown.text());
    } else {
      Telling.text(message, "text", shown.text(), shown.entities());
    }
    Keys.tell(message, shown.keys());
    return message;
  }
}
