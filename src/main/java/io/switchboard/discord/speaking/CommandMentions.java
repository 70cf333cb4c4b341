package io.switchboard.discord.speaking;

import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.jspecify.annotations.Nullable;

/**
 * Our commands as Discord's mentions, which open a command when they are pressed. They carry the
 * name that is the same everywhere: with a localised one they lead nowhere.
 *
 * @see <a href="https://discord.com/developers/docs/reference#message-formatting">Formats</a>
 */
public final class CommandMentions {
  private record Known(String mention, Map<DiscordLocale, String> names) {}

  /** By their names; empty until they are registered. */
  private volatile Map<String, Known> known = Map.of();

  /**
   * Mentions these from now on.
   *
   * @param sent with their names in other languages
   * @param registered with their ids
   */
  public void learnt(List<CommandData> sent, List<Command> registered) {
    Map<String, Known> now = new HashMap<>();
    for (Command command : registered) {
      if (command.getType() == Command.Type.SLASH) {
        now.put(command.getName(), new Known(command.getAsMention(), names(command, sent)));
      }
    }
    known = Map.copyOf(now);
  }

  private static Map<DiscordLocale, String> names(Command command, List<CommandData> sent) {
    return sent.stream()
        .filter(
            data -> data instanceof SlashCommandData && data.getName().equals(command.getName()))
        .findFirst()
        .map(data -> data.getNameLocalizations().toMap())
        .orElse(Map.of());
  }

  /** The reply with mentions. */
  public Reply in(Reply reply) {
    return reply.saying(in(reply.body()));
  }

  /** The text with mentions. */
  public Document in(Document text) {
    return known.isEmpty() ? text : text.withCommands(this::mentioned);
  }

  private Inline.Command mentioned(Inline.Command command) {
    String name = command.line().substring(1).split(" ", 2)[0];
    Known there = known.get(name);
    return there == null
        ? command
        : new Inline.Command(
            command.line(), command.named(), there.mention + listed(name, there, command.named()));
  }

  /** What the reader's client lists it as, where that is another name. */
  private static String listed(String name, Known there, @Nullable Locale reader) {
    String listed = reader == null ? name : there.names.getOrDefault(Languages.of(reader), name);
    return listed.equals(name) ? "" : " (/" + listed + ")";
  }
}
