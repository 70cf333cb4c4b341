package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
    Channel thread = open(forum, world.snowflake(), name(body));
    Message first = new Message(thread.id, thread, World.BOT, world.now());
    thread.messages.put(first.id, first);
    messages.write(first, body.path("message"), true);
    gateway.dispatch("MESSAGE_CREATE", Json.dispatched(world, first));
    ObjectNode json = Json.channel(thread);
    json.set("message", Json.message(world, first));
    return json;
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
