package io.switchboard.chat.action;

import io.switchboard.chat.message.Button;
import java.util.List;

/** The row of buttons with which people look through the variants of an answer. */
public final class Pager {
  private Pager() {}

  /**
   * Back, where one is, and on; from the last one on to the first, so that no button moves under
   * the finger.
   *
   * @param turns all variants, oldest first
   * @param shown one of them
   * @return empty if there is nothing to look through
   */
  public static List<Button> row(List<Long> turns, long shown) {
    int at = turns.indexOf(shown);
    int all = turns.size();
    if (at < 0 || all < 2) {
      return List.of();
    }
    return List.of(
        new AnswerAction.Variant(turns.get((at + all - 1) % all), -1).button("◀"),
        new AnswerAction.Variant(shown, 0).button((at + 1) + "/" + all),
        new AnswerAction.Variant(turns.get((at + 1) % all), 1).button("▶"));
  }
}
