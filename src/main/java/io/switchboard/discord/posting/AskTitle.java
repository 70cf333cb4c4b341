package io.switchboard.discord.posting;

import io.switchboard.discord.speaking.Rest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.requests.Route;

/** What a channel, forum, thread or server is called now. */
final class AskTitle {
  private static final Pattern PLACE =
      Pattern.compile("discord-(channel|forum|server):(\\d{1,20})");

  private final Rest rest;

  AskTitle(Rest rest) {
    this.rest = rest;
  }

  /** With its sign, as in {@code #friends}; empty if it is none of Discord's, or not told now. */
  Optional<String> of(String words) {
    Matcher place = PLACE.matcher(words);
    if (!place.matches()) {
      return Optional.empty();
    }
    boolean server = place.group(1).equals("server");
    Route.CompiledRoute route =
        (server ? Route.Guilds.GET_GUILD : Route.Channels.GET_CHANNEL).compile(place.group(2));
    return rest.call(route, null) instanceof Rest.Outcome.Done(var told)
        ? Optional.of(told.getString("name", ""))
            .filter(name -> !name.isBlank())
            .map(name -> server ? name : "#" + name)
        : Optional.empty();
  }
}
