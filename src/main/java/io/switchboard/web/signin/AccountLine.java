package io.switchboard.web.signin;

import io.switchboard.member.session.Session;

/**
 * A line in the list of browsers.
 *
 * @param since when it was signed in, as HTML writes it
 * @param here whether it is the reader's own
 */
public record AccountLine(long id, String browser, String since, boolean here) {
  static AccountLine of(Session session, boolean here) {
    return new AccountLine(
        session.id(),
        session.browser(),
        session.createdAt().toString().substring(0, 16) + "Z",
        here);
  }

  /** The day and the minute, for reading. */
  public String day() {
    return since.replace("T", " ").replace("Z", " UTC");
  }
}
