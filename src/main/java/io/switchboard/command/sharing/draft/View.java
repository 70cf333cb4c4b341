package io.switchboard.command.sharing.draft;

/** Which buttons a preview shows. */
enum View {
  /** What is decided most often, and the ways to the others. */
  MAIN,
  /** Which answers. */
  WHAT,
  /** For how long. */
  WHEN,
  /** Who reads it, how often, and under which name. */
  WHO,
  /** Which finds are covered. */
  FINDS
}
