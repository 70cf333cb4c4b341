package io.switchboard.check;

/** Looks at one thing for real. */
public interface Check {
  /** What is looked at, in a word or two, such as {@code Discord}. */
  String about();

  /** Looks, and says what there is to say; may take as long as the outer world does. */
  void look(Findings findings);
}
