package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One method after the other. */
final class BotApi {
  private static final JsonNode TRUE = JsonNodeFactory.instance.booleanNode(true);

  private final World world;
  private final UpdateQueue updates;
  final Hook hook;
  private final Saying saying;
  final Menus menus;
  private final List<Consumer<Call>> moments = new CopyOnWriteArrayList<>();
  private final List<Predicate<Call>> arrivals = new CopyOnWriteArrayList<>();

  BotApi(World world, UpdateQueue updates, Budget budget) {
    this.world = world;
    this.updates = updates;
    this.hook = new Hook(world, updates);
    this.saying = new Saying(world, budget);
    this.menus = new Menus(world);
  }

  JsonNode answer(Call call) throws InterruptedException {
    if (!call.method().equals("getupdates")) {
      synchronized (world) {
        world.calls.add(call);
      }
    }
    for (Predicate<Call> arrival : arrivals) {
      if (arrival.test(call)) {
        throw new Refusal(502, "Bad Gateway", Map.of());
      }
    }
    JsonNode answer = act(call);
    moments.forEach(moment -> moment.accept(call));
    return answer;
  }

  /** Is told each call when it comes; one that it takes has no effect. */
  void onArrival(Predicate<Call> arrival) {
    arrivals.add(arrival);
  }

  /** Is told each call once it has had its effect and before it is answered. */
  void onEffect(Consumer<Call> moment) {
    moments.add(moment);
  }

  private JsonNode act(Call call) throws InterruptedException {
    return switch (call.method()) {
      case "getme" -> me();
      case "getupdates" -> getUpdates(call);
      case "deletewebhook" -> hook.take(call);
      case "setwebhook" -> hook.set(call);
      case "getwebhookinfo" -> hook.info();
      case "close", "logout" -> TRUE;
      case "setmycommands" -> menus.set(call);
      case "deletemycommands" -> menus.delete(call);
      case "getmycommands" -> menus.get(call);
      case "sendchataction" -> {
        world.topic(world.open(call), call);
        yield TRUE;
      }
      case "sendmessage" -> saying.send(call, false);
      case "sendrichmessage" -> {
        needRich();
        yield saying.send(call, true);
      }
      case "sendphoto" -> saying.file(call, "photo");
      case "sendvoice" -> saying.file(call, "voice");
      case "sendaudio" -> saying.file(call, "audio");
      case "senddocument" -> saying.file(call, "document");
      case "editmessagecaption" -> saying.editCaption(call);
      case "editmessagetext" -> saying.edit(call);
      case "stopmessagelivelocation" -> saying.stopLocation(call);
      case "deletemessage" -> saying.delete(call);
      case "sendmessagedraft" -> saying.draft(call, false);
      case "sendrichmessagedraft" -> {
        needRich();
        yield saying.draft(call, true);
      }
      case "answercallbackquery" -> answerCallback(call);
      case "getchatmember" -> member(world.open(call), call.number("user_id", 0));
      case "getchatadministrators" -> administrators(world.open(call));
      case "getchat" -> Telling.chat(world.open(call));
      case "getfile" -> file(call);
      default -> throw new Refusal(404, "Not Found: method not found", Map.of());
    };
  }

  private void needRich() {
    if (!world.richSupported) {
      throw new Refusal(404, "Not Found: method not found", Map.of());
    }
  }

  private JsonNode me() {
    ObjectNode me = Telling.bot();
    me.put("can_join_groups", world.joinsGroups);
    me.put("can_read_all_group_messages", !world.privacyMode);
    me.put("supports_inline_queries", false);
    return me;
  }

  private JsonNode getUpdates(Call call) throws InterruptedException {
    hook.refusePolling();
    int limit = (int) call.number("limit", 100);
    ArrayNode batch = Call.JSON.createArrayNode();
    if (call.object("allowed_updates").isArray()) {
      updates.allow(call.object("allowed_updates"));
    }
    updates
        .poll(
            (int) call.number("offset", 0),
            limit < 1 || limit > 100 ? 100 : limit,
            (int) call.number("timeout", 0))
        .forEach(batch::add);
    return batch;
  }

  private JsonNode answerCallback(Call call) {
    String id = call.text("callback_query_id");
    synchronized (world) {
      if (!world.callbacks.containsKey(id) || world.callbackAnswers.containsKey(id)) {
        throw Refusal.badRequest(
            "query is too old and response timeout expired or query ID is invalid");
      }
      world.callbackAnswers.put(id, call.text("text"));
    }
    return TRUE;
  }

  private JsonNode member(World.Room room, long user) {
    synchronized (world) {
      if (user == FakeTelegram.BOT_ID) {
        ObjectNode self = Call.JSON.createObjectNode();
        self.set("user", Telling.bot());
        room.bot(self);
        return self;
      }
      Person person = world.people.get(user);
      if (person == null) {
        throw Refusal.badRequest("PARTICIPANT_ID_INVALID");
      }
      ObjectNode member = Call.JSON.createObjectNode();
      member.set("user", Telling.user(person));
      if (room.administrators.contains(user)) {
        administrator(member);
      } else {
        member.put("status", room.members.contains(user) ? "member" : "left");
      }
      return member;
    }
  }

  private static void administrator(ObjectNode member) {
    member.put("status", "administrator");
    for (String right :
        List.of(
            "can_be_edited",
            "is_anonymous",
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories")) {
      member.put(right, false);
    }
  }

  private JsonNode administrators(World.Room room) {
    if (room.chat.isPrivate()) {
      throw Refusal.badRequest("there are no administrators in the private chat");
    }
    ArrayNode all = Call.JSON.createArrayNode();
    synchronized (world) {
      for (long id : room.administrators) {
        ObjectNode member = all.addObject();
        member.set("user", Telling.user(world.people.get(id)));
        administrator(member);
      }
    }
    return all;
  }

  private JsonNode file(Call call) {
    String id = call.text("file_id");
    synchronized (world) {
      byte[] bytes = world.files.get(id);
      if (bytes == null) {
        throw Refusal.badRequest("invalid file_id");
      }
      if (bytes.length > 20 * 1024 * 1024) {
        throw Refusal.badRequest("file is too big");
      }
      return Call.JSON
          .createObjectNode()
          .put("file_id", id)
          .put("file_unique_id", "u" + id)
          .put("file_size", bytes.length)
          .put("file_path", "documents/" + id);
    }
  }
}
