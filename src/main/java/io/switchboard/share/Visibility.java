package io.switchboard.share;

/** Who sees a share. */
public enum Visibility {
  /** Its owner alone, as a preview. */
  PRIVATE,
  /** Whoever has the link. */
  PUBLIC
}
