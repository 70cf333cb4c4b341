package io.switchboard.telegram.send;

import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.render.TelegramHtml;
import java.util.List;

/** Which forms a document is tried in, and how much of one fits a message. */
public final class Forms {
  /** Below the bound, so that a link that cannot be a button still fits. */
  private static final int ROOM_FOR_LINKS = 96;

  /** The parts of which each fits one message. */
  public List<Document> cut(Document whole) {
    return Cut.into(
        whole, part -> TelegramHtml.of(part).length(), TelegramHtml.LONGEST - ROOM_FOR_LINKS);
  }

  /** The forms in the order in which they are tried. */
  List<Form> of(Document body) {
    return List.of(Form.tagged(body), Form.plain(body));
  }

  /** Whether it was refused for its form, so that a plainer one may be taken. */
  boolean refusedAsSuch(Form form, Answer.Refused refusal) {
    return form instanceof Form.Tagged
        && refusal.code() == 400
        && (refusal.says("can't parse") || refusal.says("message is too long"));
  }
}
