package io.switchboard.telegram.send;

import io.switchboard.chat.message.CommandMenu;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/**
 * The list of commands that clients show. Telegram knows languages by two letters, so there is one
 * Chinese: the simplified, which more people read. Commands for admins are not shown to everybody;
 * {@code /help} tells them to those who may.
 */
public final class Menu {
  private static final Logger log = LoggerFactory.getLogger("Telegram");
  private static final int MOST = 100;
  private static final int LONGEST = 256;

  private Menu() {}

  /**
   * Sets it in all languages; a failure is logged, since commands work without.
   *
   * @return whether it is worth no other try
   */
  public static boolean set(BotApi api, CommandMenu menu) {
    for (Map.Entry<String, Locale> language : languages(menu).entrySet()) {
      Answer answer = api.ask(call(menu, language.getKey(), language.getValue()));
      if (!(answer instanceof Answer.Done)) {
        log.warn("Telegram's command menu was not set: {}", answer.told());
        return answer instanceof Answer.Refused refused && refused.code() == 400;
      }
    }
    return true;
  }

  /** The languages' codes, the empty one for everybody else, and the texts to take. */
  private static Map<String, Locale> languages(CommandMenu menu) {
    Map<String, Locale> languages = new LinkedHashMap<>();
    languages.put("", Locale.ENGLISH);
    for (CommandMenu.Entry entry : menu.entries()) {
      for (Locale locale : entry.descriptions().keySet()) {
        boolean traditional =
            locale.getScript().equals("Hant")
                || List.of("TW", "HK", "MO").contains(locale.getCountry());
        if (traditional) {
          languages.putIfAbsent(locale.getLanguage(), locale);
        } else if (!locale.getLanguage().equals("en") && !locale.getLanguage().isEmpty()) {
          languages.put(locale.getLanguage(), locale);
        }
      }
    }
    return languages;
  }

  private static SetMyCommands call(CommandMenu menu, String code, Locale locale) {
    List<BotCommand> commands = new ArrayList<>();
    for (CommandMenu.Entry entry : menu.listed()) {
      String english = entry.descriptions().getOrDefault(Locale.ENGLISH, entry.name());
      String text = entry.descriptions().getOrDefault(locale, english);
      boolean staff = entry.admin() || menu.forManagers().contains(entry.name());
      if (!staff && commands.size() < MOST) {
        commands.add(
            new BotCommand(entry.name(), text.substring(0, Math.min(LONGEST, text.length()))));
      }
    }
    var call = SetMyCommands.builder().commands(commands).scope(new BotCommandScopeDefault());
    return code.isEmpty() ? call.build() : call.languageCode(code).build();
  }
}
