package io.switchboard.fake.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the bot was set up by its owner and by the server's: what it may do where. */
public final class Setup {
  /** View, send, embed, attach, read history, threads, application commands: no administrator. */
  static final long USUAL = 311_385_246_784L;

  private static final int CONTENT = 1 << 18;

  /** VIEW_CHANNEL. */
  public static final long VIEW = 1L << 10;

  /** READ_MESSAGE_HISTORY. */
  public static final long HISTORY = 1L << 16;

  private final World world;
  private final Map<Long, Long> denied = new ConcurrentHashMap<>();
  private long permissions = USUAL;
  private boolean onServer = true;
  private int shards = 1;
  private boolean codeGrant;
  private String endpoint;

  Setup(World world) {
    this.world = world;
  }

  /** From now on everybody on the server, the bot too, has these permissions. */
  public void permissions(long all) {
    permissions = all;
  }

  /** From now on the bot may not do this in that channel. */
  public void deny(Channel channel, long what) {
    denied.put(channel.id(), what);
  }

  /** Whether there are messages to read for the bot; a channel that it does not see refuses it. */
  boolean readable(long channel) {
    long what = denied.getOrDefault(channel, 0L);
    if ((what & VIEW) != 0) {
      throw Refusal.luck(403, 50001, "Missing Access");
    }
    return (what & HISTORY) == 0;
  }

  /** The bot was thrown out of its only server. */
  public void leaveServer() {
    onServer = false;
  }

  /** The bot is on so many servers that it needs this many connections. */
  public void shards(int count) {
    shards = count;
  }

  int shards() {
    return shards;
  }

  void exceptions(Channel channel, ArrayNode into) {
    Long what = denied.get(channel.id());
    if (what != null) {
      into.addObject()
          .put("id", "" + World.BOT.id())
          .put("type", 1)
          .put("allow", "0")
          .put("deny", "" + what);
    }
  }

  /**
   * What somebody set in the portal: that others cannot add it, and where interactions go (null:
   * here).
   */
  public void portal(boolean requireCodeGrant, String interactionsEndpoint) {
    codeGrant = requireCodeGrant;
    endpoint = interactionsEndpoint;
  }

  ObjectNode application(boolean contentAllowed) {
    return Json.object()
        .put("id", "" + World.BOT.id())
        .put("name", "switchboard")
        .put("bot_require_code_grant", codeGrant)
        .put("interactions_endpoint_url", endpoint)
        .put("flags", contentAllowed ? CONTENT : 0);
  }

  ArrayNode servers() {
    ArrayNode all = Json.array();
    if (onServer) {
      all.addObject()
          .put("id", "" + World.SERVER)
          .put("name", "The testers")
          .put("owner", false)
          .put("permissions", "" + permissions);
    }
    return all;
  }

  /** As far as anybody asks. */
  ObjectNode server(long server) {
    known(server);
    ArrayNode roles = roles(server);
    return Json.object().put("id", "" + server).put("name", "The testers").set("roles", roles);
  }

  ArrayNode roles(long server) {
    known(server);
    ArrayNode all = Json.array();
    role(all, World.SERVER, "@everyone");
    world.roles.forEach((id, name) -> role(all, id, name));
    return all;
  }

  ObjectNode member(long server, long user) {
    known(server);
    Person person = world.people.get(user);
    if (person == null) {
      throw Refusal.luck(404, 10007, "Unknown Member");
    }
    ObjectNode member = Json.member(person);
    member.set("user", Json.user(person));
    return member;
  }

  private void known(long server) {
    if (server != World.SERVER || !onServer) {
      throw Refusal.luck(404, 10004, "Unknown Guild");
    }
  }

  void role(ArrayNode roles, long id, String name) {
    ObjectNode role = roles.addObject().put("id", "" + id).put("name", name).put("position", 0);
    role.put("permissions", "" + permissions).put("hoist", false).put("managed", false);
    role.put("mentionable", false).put("flags", 0).put("color", 0);
    role.putObject("colors").put("primary_color", 0);
  }
}
