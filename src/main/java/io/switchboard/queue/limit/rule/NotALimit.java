package io.switchboard.queue.limit.rule;

/** What is written is no limit, and why. */
public final class NotALimit extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** What is wrong in it. */
  public enum Why {
    /** It cannot be read at all. */
    FORM,
    /** There is no such window. */
    WINDOW,
    /** It has no window and needs one. */
    NO_WINDOW,
    /** It has a window and holds at any time. */
    AT_ANY_TIME,
    /** There is no such thing to be limited. */
    WHAT,
    /** It is less than can be. */
    LEAST,
    /** It has decimals and is no money. */
    DECIMALS,
    /** It is more than can be. */
    MOST
  }

  private final Why why;
  private final String part;

  NotALimit(Why why, String part, String message) {
    super(message);
    this.why = why;
    this.part = part;
  }

  /** What is wrong. */
  public Why why() {
    return why;
  }

  /** In which part of what was written; for a window or the least, the thing that is limited. */
  public String part() {
    return part;
  }
}
