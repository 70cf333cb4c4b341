package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Threads, forum posts and private chats. */
final class RestThreads {
  private final World world;
  private final RestMessages messages;
  private final Gateway gateway;

  RestThreads(World world, RestMessages messages, Gateway gateway) {
    this.world = world;
    this.messages = messages;
    this.gateway = gateway;
  }

  JsonNode openPrivate(JsonNode body) {
    Person person = world.people.get(body.path("recipient_id").asLong());
    if (person == null) {
      throw Refusal.luck(400, 50033, "Invalid Recipient(s)");
    }
    return Json.channel(world.dm(person));
  }

  JsonNode fromMessage(long channelId, long messageId, JsonNode body) {
    Channel channel = world.channel(channelId);
    Message message = world.message(channel, messageId);
    if (channel.type != Channel.TEXT) {
      throw Refusal.luck(400, 50024, "Cannot execute action on this channel type");
    }
    if (message.thread != null) {
      throw Refusal.luck(400, 160004, "A thread has already been created for this message");
    }
    message.thread = open(channel, messageId, name(body));
    return Json.channel(message.thread);
  }

  JsonNode post(long forumId, JsonNode body) {
    Channel forum = world.channel(forumId);
    if (forum.type != Channel.FORUM) {
      throw Refusal.form("this fake takes threads without a message in forums only");
    }
    if (!body.has("message")) {
      throw Refusal.form("message: This field is required");
    }
    Form.check(body.path("message"), true);
    String name = name(body);
    List<Long> tags = tags(forum, body.path("applied_tags"));
    forum.botSays();
    Channel thread = open(forum, world.snowflake(), name);
    thread.applied = tags;
    Message first = new Message(thread.id, thread, World.BOT, world.now());
    thread.messages.put(first.id, first);
    messages.write(first, body.path("message"), true);
    gateway.dispatch("MESSAGE_CREATE", Json.dispatched(world, first));
    ObjectNode json = Json.channel(thread);
    json.set("message", Json.message(world, first));
    return json;
  }

  /** Threads of the server that are not archived. */
  JsonNode active() {
    ObjectNode all = Json.object();
    var threads = all.putArray("threads");
    world.channels.values().stream()
        .filter(channel -> channel.type == Channel.THREAD && !channel.archived && !channel.deleted)
        .forEach(thread -> threads.add(Json.channel(thread)));
    all.putArray("members");
    return all;
  }

  private List<Long> tags(Channel forum, JsonNode wanted) {
    if (wanted.size() > 5) {
      throw Refusal.form("applied_tags: Must be 5 or fewer in length.");
    }
    List<Long> tags = new ArrayList<>();
    for (JsonNode id : wanted) {
      Channel.Tag tag = forum.tags.get(id.asLong());
      if (tag == null) {
        throw Refusal.luck(400, 50035, "Invalid Form Body: applied_tags: unknown tag " + id);
      }
      if (tag.moderated() && !world.managesThreads) {
        throw Refusal.fault(403, 50013, "Missing Permissions");
      }
      tags.add(id.asLong());
    }
    if (forum.requiresTag && tags.isEmpty()) {
      throw Refusal.luck(400, 40067, "A tag is required to create a forum post in this channel");
    }
    return tags;
  }

  /** Changes a thread: its creator may name, archive and open it, unless it is locked. */
  JsonNode modify(long id, JsonNode body) {
    Channel thread = world.channel(id);
    if (thread.type != Channel.THREAD) {
      throw Refusal.luck(403, 50013, "Missing Permissions");
    }
    boolean opens = body.has("archived") && !body.path("archived").asBoolean();
    if (thread.archived && !opens) {
      throw Refusal.fault(400, 50083, "Thread is archived");
    }
    boolean own = thread.owner == World.BOT.id() || world.managesThreads;
    boolean lock = body.has("locked") || thread.locked;
    if (!own || (lock && !world.managesThreads)) {
      throw Refusal.luck(403, 50013, "Missing Permissions");
    }
    if (body.has("name")) {
      thread.name = name(body);
    }
    if (body.has("applied_tags")) {
      thread.applied = tags(thread.parent, body.path("applied_tags"));
    }
    if (body.has("archived")) {
      thread.archived = body.path("archived").asBoolean();
    }
    gateway.dispatch("THREAD_UPDATE", Json.channel(thread));
    return Json.channel(thread);
  }

  JsonNode delete(long id) {
    Channel thread = world.channel(id);
    if (thread.type != Channel.THREAD || !world.managesThreads) {
      throw Refusal.luck(403, 50013, "Missing Permissions");
    }
    thread.deleted = true;
    gateway.dispatch(
        "THREAD_DELETE",
        Json.object()
            .put("id", "" + id)
            .put("guild_id", "" + World.SERVER)
            .put("parent_id", "" + thread.parent.id)
            .put("type", thread.type));
    return Json.channel(thread);
  }

  private static String name(JsonNode body) {
    String name = body.path("name").asText("");
    if (name.isBlank() || name.length() > 100) {
      throw Refusal.form("name: Must be between 1 and 100 in length.");
    }
    return name;
  }

  private Channel open(Channel parent, long id, String name) {
    Channel thread = world.add(new Channel(id, Channel.THREAD, name, parent, null, World.BOT.id()));
    gateway.dispatch("THREAD_CREATE", Json.channel(thread).put("newly_created", true));
    return thread;
  }
}
