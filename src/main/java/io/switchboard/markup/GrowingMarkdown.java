package io.switchboard.markup;

import io.switchboard.markup.parse.Growing;
import io.switchboard.markup.parse.OpenEnd;

/**
 * Reads a text again and again while it grows at its end, as a streamed answer does: what cannot
 * change any more is read once, and what is half written at the end is read as what it will most
 * likely become, or not yet. For one text and one thread at a time.
 */
public final class GrowingMarkdown {
  private final Growing growing = new Growing();

  /**
   * The document that {@link Markdown#parse} gives of the text, but for its end.
   *
   * @param soFar the whole text so far; a text that does not go on from the one before is read anew
   */
  public Document parse(String soFar) {
    return new Document(growing.read(OpenEnd.mended(soFar)));
  }
}
