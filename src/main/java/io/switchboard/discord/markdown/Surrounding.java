package io.switchboard.discord.markdown;

/** What a block stands in, which decides what Discord still understands there. */
enum Surrounding {
  NOTHING,
  QUOTE,
  LIST,

  /** Lines behind a bar, where nothing begins a block. */
  BAR,

  /** Lines of small print, each of which is read by itself. */
  SMALL;

  /** Whether headings, tables and fences have no place in it. */
  boolean narrow() {
    return this == LIST || single();
  }

  /** Whether each line is read by itself, so that none can open what another ends. */
  boolean single() {
    return this == BAR || this == SMALL;
  }
}
