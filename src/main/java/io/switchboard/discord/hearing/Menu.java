package io.switchboard.discord.hearing;

import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.menu.CommandMenu.Word;
import io.switchboard.discord.speaking.Languages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** The commands as Discord registers them. */
final class Menu {
  /** The option that takes a file. */
  static final String FILE = "file";

  private static final int DESCRIPTION = 100;

  private final CommandMenu menu;

  private Menu(CommandMenu menu) {
    this.menu = menu;
  }

  static List<CommandData> of(CommandMenu menu) {
    return new Menu(menu).commands();
  }

  private List<CommandData> commands() {
    List<CommandData> commands = new ArrayList<>();
    menu.listed()
        .forEach(
            entry ->
                commands.add(
                    menu.forManagers().contains(entry.name())
                        ? forManagers(command(entry))
                        : command(entry)));
    menu.onMessages().forEach(name -> commands.add(onMessage(name)));
    return commands;
  }

  /** Listed on servers for those who manage them; in private Discord would list it for all. */
  private static SlashCommandData forManagers(SlashCommandData command) {
    return command
        .setContexts(InteractionContextType.GUILD)
        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
  }

  /** An entry of a message's own menu, where names begin with a capital. */
  private CommandData onMessage(String name) {
    return Commands.message(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
        .setNameLocalizations(called(Word.COMMAND, name))
        .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
  }

  private SlashCommandData command(CommandMenu.Entry entry) {
    SlashCommandData command =
        Commands.slash(entry.name(), english(entry.descriptions()))
            .setNameLocalizations(called(Word.COMMAND, entry.name()))
            .setDescriptionLocalizations(localised(entry.descriptions()))
            .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
    // Discord wants what is required first; the front desk gets the menu's order all the same.
    entry.options().stream()
        .filter(CommandMenu.Option::required)
        .map(this::option)
        .forEach(command::addOptions);
    entry.options().stream()
        .filter(o -> !o.required())
        .map(this::option)
        .forEach(command::addOptions);
    if (entry.file()) {
      command.addOptions(
          new OptionData(OptionType.ATTACHMENT, FILE, "A file that goes with it")
              .setNameLocalizations(called(Word.OPTION, FILE))
              .setDescriptionLocalizations(
                  Map.of(
                      DiscordLocale.CHINESE_CHINA, "一并发送的文件",
                      DiscordLocale.CHINESE_TAIWAN, "一併傳送的檔案",
                      DiscordLocale.KOREAN, "함께 보낼 파일")));
    }
    return command;
  }

  private OptionData option(CommandMenu.Option option) {
    OptionData data =
        new OptionData(
                OptionType.STRING, option.name(), english(option.descriptions()), option.required())
            .setNameLocalizations(called(Word.OPTION, option.name()))
            .setDescriptionLocalizations(localised(option.descriptions()));
    // More choices than Discord can list are typed instead.
    if (option.choices().size() <= OptionData.MAX_CHOICES) {
      data.addChoices(option.choices().stream().map(this::choice).toList());
    }
    if (option.suggests() && data.getChoices().isEmpty()) {
      data.setAutoComplete(true);
    }
    return data;
  }

  private Command.Choice choice(String value) {
    return new Command.Choice(value, value).setNameLocalizations(called(Word.CHOICE, value));
  }

  private Map<DiscordLocale, String> called(Word word, String which) {
    return localised(menu.called().in(word, which));
  }

  private static String english(Map<Locale, String> texts) {
    return fit(texts.getOrDefault(Locale.ENGLISH, "…"));
  }

  private static Map<DiscordLocale, String> localised(Map<Locale, String> texts) {
    Map<DiscordLocale, String> localised = new EnumMap<>(DiscordLocale.class);
    texts.forEach(
        (locale, text) -> {
          DiscordLocale of = Languages.of(locale);
          if (of != DiscordLocale.UNKNOWN) {
            localised.put(of, fit(text));
          }
        });
    return localised;
  }

  private static String fit(String text) {
    return text.length() <= DESCRIPTION ? text : text.substring(0, DESCRIPTION - 1) + "…";
  }
}
