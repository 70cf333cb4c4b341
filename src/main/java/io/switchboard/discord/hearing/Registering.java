package io.switchboard.discord.hearing;

import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.discord.speaking.CommandMentions;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives Discord the list of commands. */
final class Registering {
  private static final Logger log = LoggerFactory.getLogger(Listening.class);
  private static final int SLOWEST = 8;

  private volatile CommandMenu menu;
  private final CommandMentions mentions;

  /**
   * @param mentions are told what is registered
   */
  Registering(CommandMenu menu, CommandMentions mentions) {
    this.menu = menu;
    this.mentions = mentions;
  }

  /** Registers these from now on; false if they are no others. */
  boolean follow(CommandMenu now) {
    boolean others = !now.equals(menu);
    menu = now;
    return others;
  }

  /** Registers them, for as long as Discord cannot take them. */
  void register(JDA jda, BooleanSupplier over) {
    for (int attempt = 0; !over.getAsBoolean(); attempt++) {
      try {
        List<CommandData> commands = Menu.of(menu);
        mentions.learnt(commands, jda.updateCommands().addCommands(commands).complete());
        return;
      } catch (ErrorResponseException e) {
        int status = e.getResponse().code;
        if (status >= 400 && status < 500) {
          log.error("Discord does not take the list of commands; /commands may be missing", e);
          return;
        }
        log.warn("Discord did not take the list of commands ({}); trying again", e.getMessage());
        Listening.pause(Math.min(attempt, SLOWEST));
      }
    }
  }
}
