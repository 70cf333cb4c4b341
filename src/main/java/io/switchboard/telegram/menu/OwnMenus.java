package io.switchboard.telegram.menu;

import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.menu.OwnMenu;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/**
 * The lists of those who may do more than others, or read what Telegram has no list for, each in
 * their private chat with the bot and where else they are to find it. A list is set in the one
 * language in which the bot speaks to whoever reads it: such a list without a language comes before
 * all others. Nothing is called that is not needed, and what Telegram refuses is left.
 */
final class OwnMenus {
  private static final Logger log = LoggerFactory.getLogger("Telegram");

  /** What the configuration's words for a chat begin with. */
  private static final String CHANNEL = "telegram-chat:";

  private final BotApi api;
  private final long bot;
  private final ShownMenus shown;

  /** Where Telegram finds no chat or nobody, and what was to be shown there. */
  private final Map<Where, String> outOfReach = new ConcurrentHashMap<>();

  /**
   * @param bot its number at Telegram
   */
  OwnMenus(BotApi api, long bot, ShownMenus shown) {
    this.api = api;
    this.bot = bot;
    this.shown = shown;
  }

  /** Somebody wrote there: whether there is a list that could not be set before. */
  boolean reached(Where where) {
    return outOfReach.remove(where) != null;
  }

  /**
   * Sets and takes away what is needed.
   *
   * @return how long to wait before the rest is tried; zero if nothing is left
   */
  Duration show(CommandMenu menu, List<OwnMenu> wanted) {
    Map<Where, String> there = new HashMap<>(shown.of(bot));
    for (OwnMenu own : wanted) {
      List<BotCommand> commands = Menu.commands(menu, own);
      String digest = digest(commands);
      for (Where where : places(own)) {
        boolean same = digest.equals(there.remove(where));
        Optional<Duration> pause =
            same || digest.equals(outOfReach.get(where))
                ? Optional.empty()
                : set(where, commands, digest);
        if (pause.isPresent()) {
          return pause.get();
        }
      }
    }
    for (Where where : there.keySet()) {
      Answer answer = api.ask(DeleteMyCommands.builder().scope(where.scope()).build());
      if (again(answer)) {
        return pause(answer);
      }
      // A chat that is not found has no list either.
      shown.forget(bot, where);
    }
    return Duration.ZERO;
  }

  private static Set<Where> places(OwnMenu own) {
    long reader = ChatAddress.alone(own.person()).chat();
    Set<Where> places = new LinkedHashSet<>(List.of(Where.alone(reader)));
    for (String channel : own.channels()) {
      if (channel.startsWith(CHANNEL)) {
        places.add(new Where(ChatAddress.ofChannel(channel).chat(), reader));
      }
    }
    return places;
  }

  /** How long to wait before it is tried again; empty if it is not. */
  private Optional<Duration> set(Where where, List<BotCommand> commands, String digest) {
    Answer answer =
        api.ask(SetMyCommands.builder().commands(commands).scope(where.scope()).build());
    if (again(answer)) {
      return Optional.of(pause(answer));
    }
    if (answer instanceof Answer.Done) {
      shown.keep(bot, where, digest);
      outOfReach.remove(where);
    } else {
      log.info("No menu in {}: {}", where, answer.told());
      outOfReach.put(where, digest);
    }
    return Optional.empty();
  }

  /** Whether it is worth another try later: nothing is wrong with the call itself. */
  static boolean again(Answer answer) {
    return switch (answer) {
      case Answer.Done ignored -> false;
      case Answer.Silent ignored -> true;
      case Answer.Refused refused -> refused.code() != 400 && refused.code() != 403;
    };
  }

  /** When to try again. */
  static Duration pause(Answer answer) {
    return answer instanceof Answer.Refused refused
        ? refused.retryAfter().orElse(KeepMenus.LATER)
        : KeepMenus.LATER;
  }

  private static String digest(List<BotCommand> commands) {
    StringBuilder all = new StringBuilder();
    commands.forEach(
        c -> all.append(c.getCommand()).append(' ').append(c.getDescription()).append('\n'));
    try {
      byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
