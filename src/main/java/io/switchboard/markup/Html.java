package io.switchboard.markup;

import io.switchboard.markup.html.Fragment;
import io.switchboard.markup.html.Wall;

/** A document as HTML that does nothing: no script, no event, no fetch from elsewhere. */
public final class Html {
  private Html() {}

  /**
   * Renders a fragment of HTML5: every text escaped, links only to http, https and mailto, pictures
   * as links; then sanitised once more, so that no mistake of ours lets anything act. Formulas are
   * {@code span.math} and {@code div.math} holding LaTeX; code names its language as {@code
   * language-…}; tasks and footnotes are signs, not forms or anchors.
   */
  public static String of(Document document) {
    return Wall.pass(Fragment.of(document));
  }
}
