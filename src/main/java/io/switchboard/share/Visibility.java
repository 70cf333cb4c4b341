package io.switchboard.share;

/** Who reads a share by its link. */
public enum Visibility {
  /** Its owner alone. */
  PRIVATE,
  /** Whoever is a member and has signed in. */
  MEMBERS,
  /** Whoever has the link. */
  PUBLIC,
  /** Whoever has the link; all variants of the answers are shown. */
  HISTORY;

  /** Whether the link alone is enough. */
  public boolean open() {
    return this == PUBLIC || this == HISTORY;
  }
}
