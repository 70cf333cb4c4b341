package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Which events a session has asked for by its shard and intents, and what of them. */
final class Wanted {
  static final int MESSAGE_CONTENT = 1 << 15;
  private static final int GUILD_MESSAGES = 1 << 9;
  private static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
  private static final int DIRECT_MESSAGES = 1 << 12;

  private Wanted() {}

  /** What happens on a server is told to its shard, what happens in private to the first. */
  static boolean by(int intents, int shard, int shards, String type, ObjectNode data) {
    long server = data.path("guild_id").asLong();
    if ((server >> 22) % shards != shard) {
      return false;
    }
    if (!type.startsWith("MESSAGE_")) {
      return true;
    }
    if (type.startsWith("MESSAGE_REACTION_")) {
      return (intents & GUILD_MESSAGE_REACTIONS) != 0 && data.has("guild_id");
    }
    return (intents & (data.has("guild_id") ? GUILD_MESSAGES : DIRECT_MESSAGES)) != 0;
  }

  /** What it is told of that: without the content intent, nothing of what others wrote. */
  static ObjectNode as(int intents, String type, ObjectNode data) {
    boolean own = data.path("author").path("id").asText().equals("" + World.BOT.id());
    boolean mentioned = false;
    for (JsonNode user : data.path("mentions")) {
      mentioned |= user.path("id").asText().equals("" + World.BOT.id());
    }
    if (!type.startsWith("MESSAGE_")
        || (intents & MESSAGE_CONTENT) != 0
        || own
        || mentioned
        || !data.has("guild_id")) {
      return data;
    }
    ObjectNode bare = data.deepCopy().put("content", "");
    bare.putArray("attachments");
    bare.putArray("components");
    return bare;
  }
}
