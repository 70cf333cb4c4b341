package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a new session is told first: who the bot is, and its server. */
final class Greeting {
  private final World world;
  private final Wire settings;

  Greeting(World world, Wire settings) {
    this.world = world;
    this.settings = settings;
  }

  ObjectNode ready(String session, int number, int count) {
    ObjectNode json = Json.object().put("v", 10).put("session_id", session);
    json.put("resume_gateway_url", settings.gatewayUrl());
    json.set("user", Json.user(World.BOT));
    json.putArray("private_channels");
    ArrayNode shard = json.putArray("shard").add(number).add(count);
    ArrayNode guilds = json.putArray("guilds");
    if ((World.SERVER >> 22) % count == number) {
      guilds.addObject().put("id", "" + World.SERVER).put("unavailable", true);
    }
    json.putObject("application").put("id", "" + World.BOT.id()).put("flags", 0);
    return json;
  }

  ObjectNode server() {
    ObjectNode json = Json.object().put("id", "" + World.SERVER).put("name", "The testers");
    json.put("owner_id", "1").put("member_count", world.people.size()).put("afk_timeout", 300);
    json.put("preferred_locale", "en-US").put("large", false).put("unavailable", false);
    for (String empty :
        List.of(
            "emojis",
            "stickers",
            "voice_states",
            "presences",
            "stage_instances",
            "features",
            "guild_scheduled_events",
            "soundboard_sounds")) {
      json.putArray(empty);
    }
    ArrayNode roles = json.putArray("roles");
    settings.setup().role(roles, World.SERVER, "@everyone");
    ArrayNode channels = json.putArray("channels");
    ArrayNode threads = json.putArray("threads");
    synchronized (world) {
      world.roles.forEach((id, name) -> settings.setup().role(roles, id, name));
      for (Channel channel : world.channels.values()) {
        if (channel.parent != null) {
          // Archived threads are not told of.
          if (channel.archived || channel.deleted) {
            continue;
          }
          threads.add(settings.told(channel));
        } else if (!channel.isDm()) {
          channels.add(settings.told(channel));
        }
      }
    }
    ObjectNode self = Json.member(World.BOT);
    self.set("user", Json.user(World.BOT));
    json.putArray("members").add(self);
    return json;
  }
}
