package io.switchboard.markup;

import io.switchboard.markup.parse.Growing;

/**
 * Reads a text again and again while it grows at its end, as a streamed answer does: what cannot
 * change any more is read once. For one text and one thread at a time.
 */
public final class GrowingMarkdown {
  private final Growing growing = new Growing();

  /**
   * The same document that {@link Markdown#parse} gives.
   *
   * @param soFar the whole text so far; a text that does not go on from the one before is read anew
   */
  public Document parse(String soFar) {
    return new Document(growing.read(soFar));
  }
}
