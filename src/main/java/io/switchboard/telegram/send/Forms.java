package io.switchboard.telegram.send;

import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.render.Structure;
import io.switchboard.telegram.render.TelegramHtml;
import io.switchboard.telegram.render.TelegramRich;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which forms a document is tried in, and how much of one fits a message. Whether the server knows
 * rich messages is learnt from the first, and then held for true as long as the process lives.
 */
public final class Forms {
  private static final Logger log = LoggerFactory.getLogger("Telegram");

  /** Below the bound, so that a link that cannot be a button still fits. */
  private static final int ROOM_FOR_LINKS = 96;

  private enum RichMessages {
    UNTRIED,
    KNOWN,
    UNKNOWN
  }

  private volatile RichMessages richMessages = RichMessages.UNTRIED;
  private volatile boolean timesKnown = true;

  /** The parts of which each fits one message, in the form that is sure to be taken now. */
  public List<Document> cut(Document whole) {
    return richMessages == RichMessages.KNOWN
        ? Cut.into(whole, TelegramRich::fullness, 1_000)
        : Cut.into(
            whole, part -> TelegramHtml.of(part).length(), TelegramHtml.LONGEST - ROOM_FOR_LINKS);
  }

  /** The forms in the order in which they are tried. */
  List<Form> of(Document body) {
    List<Form> forms = new ArrayList<>();
    TelegramHtml.Rendered tagged = TelegramHtml.of(body);
    boolean fits = tagged.length() <= TelegramHtml.LONGEST;
    if (richMessages != RichMessages.UNKNOWN && (!fits || Structure.in(body))) {
      forms.add(new Form.Rich(TelegramRich.html(body)));
    }
    if (fits && timesKnown) {
      forms.add(new Form.Tagged(tagged.html()));
    }
    String withoutTimes = fits ? TelegramHtml.of(body, false).html() : "";
    if (fits && !(timesKnown && withoutTimes.equals(tagged.html()))) {
      forms.add(new Form.Tagged(withoutTimes));
    }
    forms.add(Form.plain(body));
    return forms;
  }

  /**
   * Whether it was refused for its form, so that a plainer one may be taken. A server that knows no
   * rich messages has no such method, and in an edit sees a text that is missing.
   */
  boolean refusedAsSuch(Form form, Answer.Refused refusal) {
    return switch (form) {
      case Form.Rich rich when refusal.unknownMethod() || refusal.says("message text is empty") -> {
        if (richMessages == RichMessages.UNTRIED || refusal.unknownMethod()) {
          log.info("This Telegram server knows no rich messages; plainer ones are sent.");
          richMessages = RichMessages.UNKNOWN;
        }
        yield true;
      }
      case Form.Rich rich ->
          refusal.code() == 400 && (refusal.says("rich_") || refusal.says("parse"));
      case Form.Tagged tagged when refusal.says("tg-time") -> {
        timesKnown = false;
        yield true;
      }
      case Form.Tagged tagged ->
          refusal.code() == 400
              && (refusal.says("can't parse") || refusal.says("message is too long"));
      case Form.Plain plain -> false;
    };
  }

  /** Learns from a message that was taken. */
  void taken(Form form) {
    if (form instanceof Form.Rich && richMessages == RichMessages.UNTRIED) {
      richMessages = RichMessages.KNOWN;
    }
  }
}
