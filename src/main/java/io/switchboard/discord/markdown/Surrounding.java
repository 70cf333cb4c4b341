package io.switchboard.discord.markdown;

/** What a block stands in, which decides what Discord still understands there. */
enum Surrounding {
  NOTHING,
  QUOTE,
  LIST,

  /** Lines of small print, each of which is read by itself. */
  SMALL;

  /** Whether headings, tables and fences have no place in it. */
  boolean narrow() {
    return this == LIST || this == SMALL;
  }
}
