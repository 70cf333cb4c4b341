package io.switchboard.telegram.receive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What a message says, and whether it is said to the bot.
 *
 * @param text without the mention of the bot and without the command
 * @param mentioned whether the bot's name is in it
 * @param command in lower case without slash and bot; empty for none
 * @param otherBot whether it is a command for another bot
 */
record Spoken(String text, boolean mentioned, String command, boolean otherBot) {
  private static final Pattern COMMAND =
      Pattern.compile("^/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{3,64}))?(?=\\s|$)");

  /**
   * Reads a message.
   *
   * @param bot the bot itself
   */
  static Spoken in(Message message, User bot) {
    boolean caption = message.getText() == null;
    String text = caption ? message.getCaption() : message.getText();
    if (text == null) {
      return new Spoken("", false, "", false);
    }
    List<MessageEntity> entities = caption ? message.getCaptionEntities() : message.getEntities();
    StringBuilder named = new StringBuilder();
    boolean mentioned = withNames(text, entities, bot, named);
    Pattern name =
        Pattern.compile("(?i)(?<![\\w@])@" + Pattern.quote(bot.getUserName()) + "(?!\\w)[ \\t]?");
    Matcher mention = name.matcher(named);
    mentioned |= mention.find();
    String plain = mention.replaceAll("").replaceFirst("^\\s*[,:;]\\s+", "").strip();
    Matcher command = COMMAND.matcher(plain);
    if (forwarded(message) || !command.find()) {
      return new Spoken(plain, mentioned, "", false);
    }
    String whose = command.group(2);
    boolean otherBot = whose != null && !whose.equalsIgnoreCase(bot.getUserName());
    return new Spoken(
        plain.substring(command.end()).strip(),
        mentioned,
        command.group(1).toLowerCase(Locale.ROOT),
        otherBot);
  }

  /** Whether somebody else said it first. */
  static boolean forwarded(Message message) {
    return message.getForwardOrigin() != null
        || message.getForwardDate() != null
        || Boolean.TRUE.equals(message.getIsAutomaticForward());
  }

  /**
   * Writes the text with people's ids where their names are links; tells whether one is the bot.
   */
  private static boolean withNames(
      String text, @Nullable List<MessageEntity> entities, User bot, StringBuilder into) {
    boolean mentioned = false;
    int at = 0;
    List<MessageEntity> links = new ArrayList<>();
    if (entities != null) {
      entities.stream()
          .filter(e -> "text_mention".equals(e.getType()) && e.getUser() != null)
          .sorted(Comparator.comparing(MessageEntity::getOffset))
          .forEach(links::add);
    }
    for (MessageEntity link : links) {
      int end = link.getOffset() + link.getLength();
      if (link.getOffset() < at || end > text.length()) {
        continue;
      }
      into.append(text, at, link.getOffset());
      boolean me = link.getUser().getId().equals(bot.getId());
      mentioned |= me;
      into.append(me ? "" : "telegram:" + link.getUser().getId());
      at = end;
    }
    into.append(text.substring(at));
    return mentioned;
  }
}
