package io.switchboard.answer.shown;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.PlainText;
import java.util.List;

/** Whether a text shows anything: no platform takes a message in which there is nothing to see. */
public final class Visible {
  private Visible() {}

  /** Whether there is any ink in it. */
  public static boolean in(Document text) {
    return text.blocks().stream().anyMatch(Visible::in);
  }

  private static boolean in(Block block) {
    return PlainText.isSeen(PlainText.of(new Document(List.of(block))));
  }
}
