package io.switchboard.telegram.send;

import io.switchboard.chat.message.Button;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.telegram.render.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons under a message; links that Telegram would refuse there stand in the text. */
final class Keyboard {
  private Keyboard() {}

  static Optional<InlineKeyboardMarkup> of(List<List<Button>> buttons) {
    List<InlineKeyboardRow> rows = new ArrayList<>();
    for (List<Button> row : buttons) {
      List<InlineKeyboardButton> keys = new ArrayList<>();
      for (Button button : row) {
        key(button).ifPresent(keys::add);
      }
      if (!keys.isEmpty()) {
        rows.add(new InlineKeyboardRow(keys));
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(rows));
  }

  private static Optional<InlineKeyboardButton> key(Button button) {
    return switch (button) {
      case Button.Press press ->
          Optional.of(
              InlineKeyboardButton.builder()
                  .text(press.label())
                  .callbackData(press.action())
                  .build());
      case Button.Link link when WebAddress.isPublic(link.url()) ->
          Optional.of(InlineKeyboardButton.builder().text(link.label()).url(link.url()).build());
      case Button.Link link -> Optional.empty();
    };
  }

  /** The text with the links that cannot be buttons. */
  static Document withLinks(Document body, List<List<Button>> buttons) {
    List<Inline> lines = new ArrayList<>();
    for (List<Button> row : buttons) {
      for (Button button : row) {
        if (button instanceof Button.Link link && !WebAddress.isPublic(link.url())) {
          if (!lines.isEmpty()) {
            lines.add(new Inline.Break());
          }
          lines.add(new Inline.Text(link.label() + ": " + link.url()));
        }
      }
    }
    return lines.isEmpty() ? body : body.and(new Document(List.of(new Block.Paragraph(lines))));
  }
}
