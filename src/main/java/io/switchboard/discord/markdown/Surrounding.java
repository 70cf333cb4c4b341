package io.switchboard.discord.markdown;

/** What a block stands in, which decides what Discord still understands there. */
enum Surrounding {
  NOTHING,
  QUOTE,
  LIST
}
