package io.switchboard.web.admin.view;

import org.jspecify.annotations.Nullable;

/**
 * A request as a line of a list.
 *
 * @param position whose turn it is, from 1; 0 if it runs or waits for something of its own
 * @param who whose it is
 * @param place where it was asked
 * @param state what it does, in a few words
 * @param more so many more of theirs wait
 * @param stop what the command is given to end it; null if it ends already
 */
public record RequestLine(
    long id, int position, Who who, String place, State state, int more, @Nullable Stop stop) {
  /** A member by a link to them. */
  public record Who(long id, String name) {}

  /**
   * What it does.
   *
   * @param look a word for its colour
   */
  public record State(String look, String words, String since) {}

  /**
   * Whose it is.
   *
   * @param account the member's on a platform
   */
  public record Stop(String account) {}
}
