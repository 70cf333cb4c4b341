package io.switchboard.web.share;

import io.switchboard.web.prose.Prose;
import java.util.ArrayList;
import java.util.List;

/** The table of contents of a long page. */
public final class Contents {
  private static final int ENOUGH = 3;
  private static final int MOST = 60;

  private Contents() {}

  /**
   * A line of it.
   *
   * @param depth 1 or 2
   */
  public record Entry(int depth, String id, String text, String language) {}

  /** Questions (where there are several) and the upper headings; empty for a short page. */
  static List<Entry> of(List<SharePage.Turn> turns) {
    boolean several = turns.size() > 1;
    int upper =
        turns.stream()
            .flatMap(turn -> turn.headings().stream())
            .mapToInt(Prose.Heading::level)
            .min()
            .orElse(0);
    List<Entry> entries = new ArrayList<>();
    for (SharePage.Turn turn : turns) {
      if (several) {
        entries.add(new Entry(1, turn.id(), turn.asked(), turn.questionLanguage()));
      }
      for (Prose.Heading heading : turn.headings()) {
        int depth = heading.level() - upper + (several ? 2 : 1);
        if (depth <= 2 && !heading.text().isBlank()) {
          entries.add(new Entry(depth, heading.id(), heading.text(), turn.answerLanguage()));
        }
      }
    }
    return entries.size() < ENOUGH ? List.of() : entries.subList(0, Math.min(MOST, entries.size()));
  }
}
