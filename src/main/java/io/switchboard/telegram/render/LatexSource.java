package io.switchboard.telegram.render;

/** A formula's source, which Telegram takes as raw LaTeX. */
final class LatexSource {
  private LatexSource() {}

  /**
   * Whether Telegram looks for tags and entities before, is not documented: so there is nothing in
   * it that could be either.
   */
  static String of(String latex) {
    return latex
        .strip()
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
        .replace("<", "\\lt ")
        .replace(">", "\\gt ")
        .replaceAll("&(?=[A-Za-z#])", "& ");
  }
}
