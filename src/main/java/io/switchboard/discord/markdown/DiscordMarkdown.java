package io.switchboard.discord.markdown;

import io.switchboard.markup.Document;

/** Renders a document as Discord Markdown. */
public final class DiscordMarkdown {
  /** The most characters a message takes. */
  public static final int BOUND = 2000;

  private DiscordMarkdown() {}

  /** The text of a message; not cut to any length. */
  public static String of(Document document) {
    return Blocks.render(document.blocks(), Surrounding.NOTHING);
  }

  /**
   * How many characters it counts. In UTF-16 units, which are never fewer than the code points that
   * Discord's documentation may mean.
   */
  public static int size(Document document) {
    return of(document).length();
  }
}
