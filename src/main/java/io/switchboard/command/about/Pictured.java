package io.switchboard.command.about;

import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.command.visit.Effect;
import io.switchboard.markup.Document;
import io.switchboard.markup.PlainText;
import java.util.List;

/** A text with a picture that says the same. */
public final class Pictured {
  /** What stands under a picture on the tightest platform, with something to spare for marks. */
  private static final int CAPTION = 900;

  private Pictured() {}

  /** For the asker's eyes: one message where the text is short enough, else the text first. */
  public static List<Effect> tell(Document text, Upload picture) {
    if (PlainText.of(text).length() <= CAPTION) {
      return List.of(
          new Effect.GiveFile(
              picture, Reply.of(text).onlyForAsker(), () -> List.of(Effect.tell(text))));
    }
    Reply bare = Reply.of(new Document(List.of())).onlyForAsker();
    return List.of(Effect.tell(text), new Effect.GiveFile(picture, bare, List::of));
  }
}
