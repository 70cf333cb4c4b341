package io.switchboard.markup;

import io.switchboard.markup.write.Source;

/** A document as Markdown, for exports and for whoever wants the source. */
public final class MarkdownText {
  private MarkdownText() {}

  /**
   * Renders Markdown that {@link Markdown#parse} reads as this document again, if it came from
   * there (for cut or self-made documents: as one that looks the same). Without a line's end at the
   * end.
   */
  public static String of(Document document) {
    return Source.of(document);
  }
}
