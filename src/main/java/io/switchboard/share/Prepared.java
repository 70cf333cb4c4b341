package io.switchboard.share;

/** What became of the wish to share. */
public sealed interface Prepared {
  /** A frozen copy that only its owner can look at until it is published. */
  record Ready(ShareId id, String title, int turns, String previewPath) implements Prepared {}

  /** There is nothing that could be shared. */
  record Nothing() implements Prepared {}
}
