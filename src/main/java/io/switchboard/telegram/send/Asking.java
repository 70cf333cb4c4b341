package io.switchboard.telegram.send;

import io.switchboard.chat.Person;
import io.switchboard.chat.message.Prompt;
import io.switchboard.telegram.api.ChatAddress;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;

/**
 * A message that opens a reply for one person. In groups it is meant for whoever it names: clients
 * open it for nobody else.
 */
final class Asking {
  private static final int LONGEST_HINT = 64;
  private static final int LONGEST_NAME = 60;

  private Asking() {}

  static ForceReplyKeyboard keyboard(ChatAddress where, Prompt prompt) {
    ForceReplyKeyboard keyboard = new ForceReplyKeyboard(true);
    keyboard.setSelective(!where.isPrivate());
    String hint = prompt.hint();
    int most = Math.min(hint.length(), LONGEST_HINT);
    if (most > 0) {
      keyboard.setInputFieldPlaceholder(hint.substring(0, most));
    }
    return keyboard;
  }

  /** The form with the person's name before it, which in a group tells them. */
  static Form named(ChatAddress where, Prompt prompt, Form form) {
    Person person = prompt.person();
    String id = person.id().value().replaceFirst("^telegram:", "");
    if (where.isPrivate() || !id.matches("\\d+")) {
      return form;
    }
    String written = person.name().isBlank() ? "…" : person.name();
    String name =
        written.length() <= LONGEST_NAME
            ? written
            : written.substring(0, written.offsetByCodePoints(0, LONGEST_NAME / 2));
    String link = "<a href=\"tg://user?id=" + id + "\">" + escaped(name) + "</a>";
    return switch (form) {
      case Form.Tagged(String html) -> new Form.Tagged(link + "\n" + html);
      case Form.Rich(String html) -> new Form.Rich("<p>" + link + "</p>" + html);
      case Form.Plain plain -> plain;
    };
  }

  private static String escaped(String name) {
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
