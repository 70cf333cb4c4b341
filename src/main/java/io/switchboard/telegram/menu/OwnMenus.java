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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/**
 * The lists of those who may do more than others, each in their private chat with the bot. A list
 * is set in the one language in which the bot speaks to whoever reads it: a chat's list without a
 * language comes before all others. Nothing is called that is not needed.
 */
final class OwnMenus {
  private static final Logger log = LoggerFactory.getLogger("Telegram");

  private final BotApi api;
  private final long bot;
  private final ShownMenus shown;

  /** Chats that Telegram does not find, and what was to be shown in each. */
  private final Map<Long, String> outOfReach = new ConcurrentHashMap<>();

  /**
   * @param bot its number at Telegram
   */
  OwnMenus(BotApi api, long bot, ShownMenus shown) {
    this.api = api;
    this.bot = bot;
    this.shown = shown;
  }

  /** Somebody wrote in this chat: whether there is a list that could not be set there before. */
  boolean reached(long chat) {
    return outOfReach.remove(chat) != null;
  }

  /**
   * Sets and takes away what is needed.
   *
   * @return how long to wait before the rest is tried; zero if nothing is left
   */
  Duration show(CommandMenu menu, List<OwnMenu> wanted) {
    Map<Long, String> there = new HashMap<>(shown.of(bot));
    for (OwnMenu own : wanted) {
      long chat = ChatAddress.alone(own.person()).chat();
      List<BotCommand> commands = Menu.commands(menu, own);
      String digest = digest(commands);
      boolean same = digest.equals(there.remove(chat));
      if (!same && !digest.equals(outOfReach.get(chat))) {
        Answer answer = api.ask(set(chat, commands));
        if (again(answer)) {
          return pause(answer);
        }
        if (answer instanceof Answer.Done) {
          shown.keep(bot, chat, digest);
          outOfReach.remove(chat);
        } else {
          log.info("No menu for the private chat {}: {}", chat, answer.told());
          outOfReach.put(chat, digest);
        }
      }
    }
    for (long chat : there.keySet()) {
      Answer answer = api.ask(delete(chat));
      if (again(answer)) {
        return pause(answer);
      }
      // A chat that is not found has no list either.
      shown.forget(bot, chat);
    }
    return Duration.ZERO;
  }

  private static SetMyCommands set(long chat, List<BotCommand> commands) {
    return SetMyCommands.builder().commands(commands).scope(scope(chat)).build();
  }

  private static DeleteMyCommands delete(long chat) {
    return DeleteMyCommands.builder().scope(scope(chat)).build();
  }

  private static BotCommandScopeChat scope(long chat) {
    return BotCommandScopeChat.builder().chatId(chat).build();
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
