package io.switchboard.fake.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The methods with which a bot says something: send, edit, delete, draft. */
final class Saying {
  private final World world;
  private final Budget budget;

  Saying(World world, Budget budget) {
    this.world = world;
    this.budget = budget;
  }

  /** What a send or an edit is to show. */
  private record Content(String source, Formatted shown, boolean rich, List<List<Key>> keys) {}

  JsonNode send(Call call, boolean rich) {
    World.Room room = world.open(call);
    int topic = world.topic(room, call);
    spend(room, call);
    int replyTo = replyTo(room, call);
    Content content = content(call, rich);
    boolean forced = Forced.check(room, call.object("reply_markup"));
    JsonNode told = say(room, topic, replyTo, content);
    if (forced) {
      synchronized (world) {
        room.forced.put(told.path("message_id").asInt(), call.object("reply_markup"));
      }
    }
    return told;
  }

  JsonNode file(Call call, String kind) {
    World.Room room = world.open(call);
    int topic = world.topic(room, call);
    spend(room, call);
    SentFile file = call.file(kind);
    Attachments.check(file);
    if (kind.equals("voice") && world.noVoiceFor.contains(room.chat.id())) {
      throw Refusal.badRequest("VOICE_MESSAGES_FORBIDDEN");
    }
    int replyTo = replyTo(room, call);
    JsonNode told = say(room, topic, replyTo, caption(call));
    synchronized (world) {
      int id = told.path("message_id").asInt();
      room.messages.computeIfPresent(id, (key, shown) -> Attachments.with(shown, file));
    }
    return told;
  }

  JsonNode editCaption(Call call) {
    World.Room room = world.open(call);
    int id = (int) call.number("message_id", 0);
    spend(room, call);
    synchronized (world) {
      Shown before = room.messages.get(id);
      if (before == null) {
        throw Refusal.badRequest("message to edit not found");
      }
      if (!before.bot() || before.file() == null) {
        throw Refusal.badRequest("there is no caption in the message to edit");
      }
      SentFile file = before.file();
      JsonNode told = change(room, before, caption(call));
      room.messages.computeIfPresent(id, (key, shown) -> Attachments.with(shown, file));
      return told;
    }
  }

  private Content caption(Call call) {
    String text = call.text("caption");
    Formatted shown =
        call.text("parse_mode").isEmpty()
            ? new Formatted(text.strip(), List.of())
            : HtmlText.read(text);
    if (shown.text().length() > 1024) {
      throw Refusal.badRequest("message caption is too long");
    }
    Harmless.names(world, shown);
    return new Content(text, shown, false, Keys.read(call));
  }

  private JsonNode say(World.Room room, int topic, int replyTo, Content content) {
    synchronized (world) {
      int id = world.nextMessage(room);
      Chat where = new Chat(room.chat.id(), topic, room.chat.type(), room.chat.title());
      room.messages.put(
          id,
          new Shown(
              id,
              where,
              FakeTelegram.BOT_NAME,
              true,
              content.shown.text(),
              content.shown.entities(),
              content.keys,
              replyTo,
              List.of(),
              content.rich,
              content.source,
              0));
      ObjectNode message = told(room, id, topic, content);
      Shown answered = room.messages.get(replyTo);
      if (answered != null) {
        ObjectNode before =
            Telling.message(room, replyTo, answered.bot() ? Telling.bot() : null, topic);
        if (!answered.rich()) {
          before.put("text", answered.text());
        }
        Keys.tell(before, answered.keys());
        message.set("reply_to_message", before);
      }
      return message;
    }
  }

  JsonNode edit(Call call) {
    World.Room room = world.open(call);
    int id = (int) call.number("message_id", 0);
    boolean rich = call.object("rich_message").isObject();
    if (rich && !world.richSupported) {
      throw Refusal.badRequest("message text is empty");
    }
    spend(room, call);
    synchronized (world) {
      Shown before = room.messages.get(id);
      if (before == null) {
        throw Refusal.badRequest("message to edit not found");
      }
      if (!before.bot() || room.forced.containsKey(id)) {
        throw Refusal.badRequest("message can't be edited");
      }
      if (before.file() != null) {
        throw Refusal.badRequest("there is no text in the message to edit");
      }
      return change(room, before, content(call, rich));
    }
  }

  /** No message here shows a live location. */
  JsonNode stopLocation(Call call) {
    World.Room room = world.open(call);
    spend(room, call);
    synchronized (world) {
      Shown message = room.messages.get((int) call.number("message_id", 0));
      throw Refusal.badRequest(
          message == null
              ? "message to edit not found"
              : message.bot()
                  ? "there is no live location in the message to edit"
                  : "message can't be edited");
    }
  }

  private JsonNode change(World.Room room, Shown before, Content content) {
    int id = before.id();
    synchronized (world) {
      if (content.shown.text().equals(before.text())
          && content.shown.entities().equals(before.entities())
          && content.keys.equals(before.keys())) {
        throw Refusal.badRequest(
            "message is not modified: specified new message content and reply markup are exactly"
                + " the same as a current content and reply markup of the message");
      }
      List<String> history = new ArrayList<>(before.history());
      history.add(before.text());
      room.messages.put(
          id,
          new Shown(
              id,
              before.chat(),
              before.from(),
              true,
              content.shown.text(),
              content.shown.entities(),
              content.keys,
              before.replyTo(),
              List.copyOf(history),
              content.rich,
              content.source,
              0));
      return told(room, id, before.chat().topic(), content);
    }
  }

  JsonNode delete(Call call) {
    World.Room room = world.open(call);
    synchronized (world) {
      Shown message = room.messages.get((int) call.number("message_id", 0));
      if (message == null) {
        throw Refusal.badRequest("message to delete not found");
      }
      if (!message.bot() && !room.chat.isPrivate()) {
        throw Refusal.badRequest("message can't be deleted");
      }
      if (room.tooOld.contains(message.id())) {
        throw Refusal.badRequest("message can't be deleted");
      }
      room.messages.remove(message.id());
      return Call.JSON.getNodeFactory().booleanNode(true);
    }
  }

  JsonNode draft(Call call, boolean rich) {
    World.Room room = world.open(call);
    if (!room.chat.isPrivate()) {
      throw Refusal.badRequest("TEXTDRAFT_PEER_INVALID");
    }
    if (call.number("draft_id", 0) == 0) {
      throw Refusal.badRequest("draft_id must be non-zero");
    }
    String text =
        !rich && call.text("text").isEmpty() ? "Thinking…" : content(call, rich).shown.text();
    synchronized (world) {
      world.drafts.put(room.chat.id() + "/" + call.number("draft_id", 0), text);
    }
    return Call.JSON.getNodeFactory().booleanNode(true);
  }

  private void spend(World.Room room, Call call) {
    budget.take(
        room.chat, () -> world.violation("429 provoked: " + call.method() + " in " + room.chat));
  }

  private int replyTo(World.Room room, Call call) {
    JsonNode reply = call.object("reply_parameters");
    int id = reply.path("message_id").asInt((int) call.number("reply_to_message_id", 0));
    if (id == 0) {
      return 0;
    }
    synchronized (world) {
      if (room.messages.containsKey(id)) {
        return id;
      }
    }
    if (!reply.path("allow_sending_without_reply").asBoolean(false)) {
      throw Refusal.badRequest("message to be replied not found");
    }
    return 0;
  }

  private Content content(Call call, boolean rich) {
    List<List<Key>> keys = Keys.read(call);
    if (rich) {
      JsonNode message = call.object("rich_message");
      String html = message.path("html").asText("");
      String markdown = message.path("markdown").asText("");
      if (message.has("blocks") || html.isEmpty() == markdown.isEmpty()) {
        throw Refusal.badRequest("exactly one of html and markdown is understood here");
      }
      Harmless.rich(world, call);
      return new Content(
          html.isEmpty() ? markdown : html,
          html.isEmpty() ? new Formatted(markdown, List.of()) : RichText.read(html),
          true,
          keys);
    }
    String text = call.text("text");
    String mode = call.text("parse_mode");
    if (!Set.of("", "HTML").contains(mode)) {
      throw Refusal.badRequest("unsupported parse_mode");
    }
    Formatted shown = mode.isEmpty() ? new Formatted(text.strip(), List.of()) : HtmlText.read(text);
    if (shown.text().matches("[\\s\\p{Z}\\p{Cc}\\p{Cf}]*")) {
      throw Refusal.badRequest("message text is empty");
    }
    if (shown.text().length() > 4096) {
      throw Refusal.badRequest("message is too long");
    }
    Harmless.text(world, call, shown);
    return new Content(text, shown, false, keys);
  }

  private ObjectNode told(World.Room room, int id, int topic, Content content) {
    ObjectNode message = Telling.message(room, id, Telling.bot(), topic);
    if (content.rich) {
      Telling.rich(message, content.shown.text());
    } else {
      Telling.text(message, "text", content.shown.text(), content.shown.entities());
    }
    Keys.tell(message, content.keys);
    return message;
  }
}
