package io.switchboard.telegram.send;

import io.switchboard.markup.Document;
import io.switchboard.markup.PlainText;
import io.switchboard.telegram.render.TelegramHtml;

/** A document in one of the forms that Telegram takes, the plainest last. */
sealed interface Form {
  /** A rich message, as rich HTML. */
  record Rich(String html) implements Form {}

  /** Text with {@code parse_mode=HTML}. */
  record Tagged(String html) implements Form {}

  /** Text in which nothing acts. */
  record Plain(String text) implements Form {}

  static Form plain(Document body) {
    String text = PlainText.of(body).strip();
    if (text.length() > TelegramHtml.LONGEST) {
      int end = TelegramHtml.LONGEST - 1;
      end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
      text = text.substring(0, end) + "…";
    }
    return new Plain(PlainText.isSeen(text) ? text : "…");
  }
}
