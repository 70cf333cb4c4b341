package io.switchboard.telegram.render;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.drawn.FormulaText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Formulas where Telegram shows none: as text, where that says the same. Remembered for the newest,
 * because an answer is rendered again and again while it grows.
 */
final class FormulaWords {
  private static final int MOST = 1_000;

  private static final Map<String, Optional<String>> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
          return size() > MOST;
        }
      };

  private FormulaWords() {}

  /** A table whose formulas are text, where they can be. */
  static Block.Table in(Block.Table table) {
    Document alone = new Document(List.of(table));
    Block words =
        alone.hasFormulas()
            ? alone
                .withFormulas(
                    (latex, block) -> of(latex).map(text -> List.<Inline>of(new Inline.Text(text))))
                .blocks()
                .getFirst()
            : table;
    return words instanceof Block.Table same ? same : table;
  }

  /** The formula as text; empty if only its source can say it. */
  static Optional<String> of(String latex) {
    synchronized (KNOWN) {
      Optional<String> known = KNOWN.get(latex);
      if (known != null) {
        return known;
      }
    }
    Optional<String> text = FormulaText.of(latex);
    synchronized (KNOWN) {
      KNOWN.put(latex, text);
    }
    return text;
  }
}
