package io.switchboard.fake.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who and what there is. All access under its lock. */
final class World {
  /** A chat's inside. */
  static final class Room {
    final Chat chat;
    final boolean forum;
    final Map<Integer, String> topics = new LinkedHashMap<>();
    final Set<Long> members = new HashSet<>();
    final Set<Long> administrators = new HashSet<>();
    final TreeMap<Integer, Shown> messages = new TreeMap<>();
    long migratedTo;
    final Set<Integer> tooOld = new HashSet<>();

    /** Messages that open a reply. */
    final Map<Integer, com.fasterxml.jackson.databind.JsonNode> forced = new LinkedHashMap<>();

    boolean botAdministrator;
    String forbidden = "";
    int lastMessage = 100;

    /** What the bot is here; empty for what it is as a rule. */
    String botIs = "";

    void bot(com.fasterxml.jackson.databind.node.ObjectNode member) {
      boolean channel = chat.type().equals("channel");
      String is = botIs.isEmpty() ? (channel ? "administrator" : "member") : botIs;
      member.put("status", is);
      if (is.equals("administrator")) {
        member.put("can_post_messages", botIs.isEmpty());
      } else if (is.equals("restricted")) {
        member.put("is_member", true).put("can_send_messages", false);
      }
    }

    Room(Chat chat, boolean forum) {
      this.chat = chat;
      this.forum = forum;
    }
  }

  final Map<Long, Person> people = new LinkedHashMap<>();
  final Map<Long, Room> rooms = new LinkedHashMap<>();
  final Map<String, byte[]> files = new LinkedHashMap<>();
  final Map<String, String> drafts = new LinkedHashMap<>();
  final Map<String, Long> callbacks = new LinkedHashMap<>();
  final Map<String, String> callbackAnswers = new LinkedHashMap<>();
  final Map<String, List<String>> commands = new LinkedHashMap<>();
  final List<String> violations = new ArrayList<>();
  final Set<Long> noVoiceFor = new HashSet<>();
  final List<Call> calls = new ArrayList<>();
  boolean keepsKeyboards;
  boolean richSupported;
  boolean privacyMode = true;
  boolean joinsGroups = true;
  boolean together;
  private int lastMessage = 5_000;
  private long lastId = 7_000_000;

  synchronized long nextId() {
    return ++lastId;
  }

  synchronized int nextMessage(Room room) {
    return together && !room.chat.type().equals("supergroup") ? ++lastMessage : ++room.lastMessage;
  }

  synchronized void violation(String what) {
    violations.add(what);
  }

  synchronized Room room(long id) {
    Room room = rooms.get(id);
    if (room == null) {
      throw Refusal.badRequest("chat not found");
    }
    return room;
  }

  /** The room for a call, or the refusal a bot gets there. */
  Room open(Call call) {
    String id = call.text("chat_id");
    if (id.isEmpty()) {
      throw Refusal.badRequest("chat_id is empty");
    }
    if (!id.matches("-?\\d+")) {
      throw Refusal.badRequest("chat not found");
    }
    Room room = room(Long.parseLong(id));
    if (room.migratedTo != 0) {
      throw new Refusal(
          400,
          "Bad Request: group chat was upgraded to a supergroup chat",
          Map.of("migrate_to_chat_id", room.migratedTo));
    }
    if (!room.forbidden.isEmpty()) {
      throw Refusal.forbidden(room.forbidden);
    }
    return room;
  }

  /** The topic named in a call; 0 for none. */
  int topic(Room room, Call call) {
    int topic = (int) call.number("message_thread_id", 0);
    if (topic != 0 && !room.topics.containsKey(topic)) {
      throw Refusal.badRequest("message thread not found");
    }
    return topic;
  }
}
