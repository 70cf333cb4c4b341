package io.switchboard.telegram.send;

import io.switchboard.markup.Document;
import io.switchboard.markup.PlainText;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.render.TelegramHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The text with a file, which is shorter than a message and never rich. */
final class Captions {
  /** After the tags are taken out. */
  private static final int LONGEST = 1_024;

  private Captions() {}

  /** Whether the whole of it may stand with a file. */
  private static boolean fits(Document text) {
    return TelegramHtml.of(text).length() <= LONGEST;
  }

  /** The forms in the order in which they are tried. */
  private static List<Form> of(Document body) {
    List<Form> forms = new ArrayList<>();
    if (fits(body) && !PlainText.of(body).isBlank()) {
      forms.add(new Form.Tagged(TelegramHtml.of(body).html()));
      forms.add(new Form.Tagged(TelegramHtml.of(body, false).html()));
    }
    forms.add(new Form.Plain(cut(PlainText.of(body).strip())));
    return forms;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Calls with the best form that is not refused for being what it is. */
  static Answer inSomeForm(Document body, Function<Form, Answer> call) {
    Answer answer = new Answer.Silent("nothing was tried");
    for (Form form : of(body)) {
      answer = call.apply(form);
      boolean plainer =
          form instanceof Form.Tagged
              && answer instanceof Answer.Refused refused
              && refused.code() == 400
              && (refused.says("can't parse")
                  || refused.says("tg-time")
                  || refused.says("caption is too long"));
      if (!plainer) {
        return answer;
      }
    }
    return answer;
  }
}
