package io.switchboard.discord.check;

import io.switchboard.check.Findings;
import io.switchboard.discord.check.Asking.Told;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The servers that the bot is on, and what it may do there and in the channels that are named. */
final class CheckServers {
  private static final int FORUM = 15;
  private static final int MEDIA = 16;
  private static final Set<Integer> THREADS = Set.of(10, 11, 12);

  /** Of a bot on hundreds of servers, the rest would take Discord's patience. */
  private static final int LOOKED_AT = 25;

  private final Asking asking;
  private final Named named;
  private final long bot;
  private final Map<Long, DataObject> servers = new LinkedHashMap<>();
  private final Map<Long, DataArray> roles = new HashMap<>();

  CheckServers(Asking asking, Named named, long bot) {
    this.asking = asking;
    this.named = named;
    this.bot = bot;
  }

  void look(Findings findings) {
    if (asking.get("/users/@me/guilds", findings) instanceof Told.Many(DataArray all)) {
      for (int i = 0; i < all.length(); i++) {
        servers.put(all.getObject(i).getUnsignedLong("id"), all.getObject(i));
      }
      servers(findings);
    }
    named.channels().forEach((entry, key) -> channel(findings, entry, key));
  }

  private void servers(Findings findings) {
    if (servers.isEmpty()) {
      findings.wrong("the bot is on no server: open " + invitation() + " and choose yours");
      return;
    }
    servers.values().stream()
        .limit(LOOKED_AT)
        .forEach(
            server -> {
              long may = server.getUnsignedLong("permissions", -1);
              EnumSet<Permission> missing = Allowed.missing(CheckDiscord.USED, may);
              if (!missing.isEmpty()) {
                findings.wrong(
                    "on %s the bot lacks %s: give them to its role in the server's settings, or open %s again"
                        .formatted(name(server), CheckDiscord.names(missing), invitation()));
              }
            });
    named
        .servers()
        .forEach(
            (id, key) -> {
              if (!id.matches("\\d{1,20}") || !servers.containsKey(Long.parseUnsignedLong(id))) {
                findings.wrong(
                    "%s names discord-server:%s, where the bot is not: open %s and choose that server, or correct the id"
                        .formatted(key, id, invitation()));
              }
            });
    roles(findings);
  }

  private void roles(Findings findings) {
    if (named.roles().isEmpty() || servers.size() > LOOKED_AT) {
      return;
    }
    Set<String> known = new HashSet<>();
    for (long server : servers.keySet()) {
      Optional<DataArray> there = rolesOf(server, findings);
      if (there.isEmpty()) {
        return;
      }
      for (int i = 0; i < there.get().length(); i++) {
        known.add(there.get().getObject(i).getString("id"));
      }
    }
    named
        .roles()
        .forEach(
            (id, key) -> {
              if (!known.contains(id)) {
                findings.wrong(
                    "%s names discord-role:%s, which none of the bot's servers has: copy the role's id anew (Developer Mode, then Copy Role ID)"
                        .formatted(key, id));
              }
            });
  }

  private void channel(Findings findings, String entry, String key) {
    String id = entry.substring(entry.indexOf(':') + 1);
    String where = key + ": " + entry;
    switch (asking.get("/channels/" + id, findings)) {
      case Told.One(DataObject channel) -> channel(findings, entry, where, channel);
      case Told.Refused(int status) when status == 403 ->
          findings.wrong(
              where
                  + " cannot be seen: in the channel's settings under Permissions, allow the bot"
                  + " View Channel");
      case Told.Refused(int status) when status == 404 || status == 400 ->
          findings.wrong(
              where + " does not exist: copy its id anew (Developer Mode, then Copy Channel ID)");
      default -> findings.wrong(where + " could not be asked for: check again");
    }
  }

  private void channel(Findings findings, String entry, String where, DataObject channel) {
    int type = channel.getInt("type", 0);
    boolean forum = type == FORUM || type == MEDIA;
    if (forum != entry.startsWith("discord-forum:")) {
      findings.wrong(
          where
              + (forum
                  ? " is a forum: write it as discord-forum:"
                  : " is no forum: write it as discord-channel:")
              + entry.substring(entry.indexOf(':') + 1));
      return;
    }
    long server = channel.getUnsignedLong("guild_id", 0);
    DataObject ruled = channel;
    if (THREADS.contains(type)
        && asking.get("/channels/" + channel.getString("parent_id", "0"), findings)
            instanceof Told.One(DataObject parent)) {
      ruled = parent;
    }
    Optional<DataArray> all = server == 0 ? Optional.empty() : rolesOf(server, findings);
    if (all.isPresent()
        && asking.get("/guilds/" + server + "/members/" + bot, findings)
            instanceof Told.One(DataObject own)) {
      EnumSet<Permission> wanted = EnumSet.copyOf(CheckDiscord.USED);
      EnumSet<Permission> missing =
          new Allowed(server, bot, all.get(), own)
              .missing(wanted, ruled.optArray("permission_overwrites").orElseGet(DataArray::empty));
      if (missing.isEmpty()) {
        findings.ok(
            where + " is #" + channel.getString("name", "?") + ", and the bot may write there");
      } else {
        findings.wrong(
            "%s (#%s): the bot lacks %s there: allow them in the channel's settings under Permissions"
                .formatted(where, channel.getString("name", "?"), CheckDiscord.names(missing)));
      }
    }
  }

  private Optional<DataArray> rolesOf(long server, Findings findings) {
    DataArray known = roles.get(server);
    if (known == null
        && asking.get("/guilds/" + server + "/roles", findings)
            instanceof Told.Many(DataArray told)) {
      known = told;
      roles.put(server, told);
    }
    return Optional.ofNullable(known);
  }

  private String invitation() {
    return "https://discord.com/oauth2/authorize?client_id=%s&scope=bot+applications.commands&permissions=%s"
        .formatted(Long.toUnsignedString(bot), Permission.getRaw(CheckDiscord.USED));
  }

  private static String name(DataObject server) {
    return server.getString("name", server.getString("id"));
  }
}
