package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What people do, and what the bot is told of it. */
final class People {
  private final World world;
  private final UpdateQueue updates;

  People(World world, UpdateQueue updates) {
    this.world = world;
    this.updates = updates;
  }

  Chat room(Chat chat, boolean forum, Person... members) {
    synchronized (world) {
      World.Room room = world.rooms.computeIfAbsent(chat.id(), id -> new World.Room(chat, forum));
      for (Person member : members) {
        room.members.add(member.id());
      }
      return room.chat;
    }
  }

  void react(Person person, Shown message, List<String> emoji) {
    synchronized (world) {
      World.Room room = world.room(message.chat().id());
      if (room.chat.type().equals("channel") || !room.botAdministrator) {
        return; // The bot is not told.
      }
      ObjectNode update = Call.JSON.createObjectNode();
      ObjectNode reaction = update.putObject("message_reaction");
      reaction.set("chat", Telling.chat(room));
      reaction.put("message_id", message.id());
      reaction.set("user", Telling.user(person));
      reaction.put("date", System.currentTimeMillis() / 1000);
      reaction.putArray("old_reaction");
      var now = reaction.putArray("new_reaction");
      emoji.forEach(sign -> now.addObject().put("type", "emoji").put("emoji", sign));
      updates.add(update);
    }
  }

  void count(Shown message, Map<String, Integer> signs) {
    synchronized (world) {
      World.Room room = world.room(message.chat().id());
      ObjectNode update = Call.JSON.createObjectNode();
      ObjectNode count = update.putObject("message_reaction_count");
      count.set("chat", Telling.chat(room));
      count.put("message_id", message.id());
      count.put("date", System.currentTimeMillis() / 1000);
      var all = count.putArray("reactions");
      signs.forEach(
          (sign, people) -> {
            ObjectNode one = all.addObject().put("total_count", people);
            one.putObject("type").put("type", "emoji").put("emoji", sign);
          });
      updates.add(update);
    }
  }

  Chat topic(Chat forum, String title) {
    synchronized (world) {
      World.Room room = world.room(forum.id());
      if (!room.forum) {
        throw new IllegalArgumentException(forum + " is no forum");
      }
      int id = world.nextMessage(room);
      room.topics.put(id, title);
      return new Chat(forum.id(), id, forum.type(), forum.title());
    }
  }

  Chat migrate(Chat group) {
    synchronized (world) {
      World.Room old = world.room(group.id());
      Chat after = new Chat(-1_000_000_000_000L - world.nextId(), 0, "supergroup", group.title());
      room(after, false);
      world.room(after.id()).members.addAll(old.members);
      old.migratedTo = after.id();
      return after;
    }
  }

  String press(Person person, Shown message, String label) {
    synchronized (world) {
      World.Room room = world.room(message.chat().id());
      Shown now = room.messages.get(message.id());
      if (now == null) {
        throw new AssertionError("there is no message " + message.id() + " any more");
      }
      Key key =
          now.keys().stream()
              .flatMap(List::stream)
              .filter(k -> k.label().equals(label))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no button " + label + " but " + now.labels()));
      return press(person, room, now, key.data());
    }
  }

  /** As a client can that is not Telegram's own: with data that is on no button there. */
  String forge(Person person, Shown message, String data) {
    synchronized (world) {
      World.Room room = world.room(message.chat().id());
      return press(person, room, room.messages.get(message.id()), data);
    }
  }

  private String press(Person person, World.Room room, Shown now, String data) {
    synchronized (world) {
      String id = String.valueOf(world.nextId());
      ObjectNode update = Call.JSON.createObjectNode();
      ObjectNode query = update.putObject("callback_query");
      query.put("id", id);
      query.set("from", Telling.user(person));
      ObjectNode told = Writing.told(world, room, now);
      if (world.keepsKeyboards) {
        told.remove("reply_markup");
      }
      query.set("message", told);
      query.put("chat_instance", "1");
      query.put("data", data);
      world.callbacks.put(id, System.nanoTime());
      updates.add(update);
      return id;
    }
  }
}
