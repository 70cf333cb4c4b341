package io.switchboard.member;

import org.jdbi.v3.core.Handle;

/** A room that keeps something of members, and moves it when two of them become one. */
public interface Merging {
  /** Everything of {@code from} becomes that of {@code to}. In one transaction with all rooms. */
  void merge(Handle h, MemberId from, MemberId to);

  /**
   * An account leaves its member and becomes a new one, who starts without a history. What must not
   * be escaped from that way goes with them.
   */
  default void split(Handle h, MemberId whole, MemberId part) {}
}
