package io.switchboard.telegram.menu;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.menu.OwnMenu;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
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
 * The list of commands that clients show to everybody. Telegram knows languages by two letters, so
 * there is one Chinese: the simplified, which more people read; the others have their own list.
 * Commands for the staff are not in it; those who may use them have a list of their own, see {@link
 * OwnMenus}.
 */
final class Menu {
  private static final Logger log = LoggerFactory.getLogger("Telegram");
  private static final int MOST = 100;
  private static final int LONGEST = 256;

  private Menu() {}

  /** Sets it in all languages; a failure is logged, since commands work without. */
  static Answer set(BotApi api, CommandMenu menu) {
    List<CommandMenu.Entry> shown =
        menu.listed().stream()
            .filter(entry -> !entry.admin() && !menu.forManagers().contains(entry.name()))
            .toList();
    for (Map.Entry<String, Locale> language : languages(menu).entrySet()) {
      var call =
          SetMyCommands.builder()
              .commands(commands(shown, language.getValue()))
              .scope(new BotCommandScopeDefault());
      String code = language.getKey();
      Answer answer = api.ask(code.isEmpty() ? call.build() : call.languageCode(code).build());
      if (!(answer instanceof Answer.Done)) {
        log.warn("Telegram's command menu was not set: {}", answer.told());
        return answer;
      }
    }
    return new Answer.Done(BooleanNode.TRUE);
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

  /** What somebody's own list shows. */
  static List<BotCommand> commands(CommandMenu menu, OwnMenu own) {
    return commands(
        own.names().stream()
            .flatMap(name -> menu.entries().stream().filter(e -> e.name().equals(name)))
            .toList(),
        own.language());
  }

  private static List<BotCommand> commands(List<CommandMenu.Entry> entries, Locale locale) {
    return entries.stream().limit(MOST).map(entry -> command(entry, locale)).toList();
  }

  private static BotCommand command(CommandMenu.Entry entry, Locale locale) {
    String english = entry.descriptions().getOrDefault(Locale.ENGLISH, entry.name());
    String text = entry.descriptions().getOrDefault(locale, english);
    return new BotCommand(entry.name(), text.substring(0, Math.min(LONGEST, text.length())));
  }
}
