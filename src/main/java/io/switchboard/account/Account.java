package io.switchboard.account;

/** An account that can answer. */
public interface Account {
  /** Its name in the configuration. */
  String name();

  /** How many answers it may give at once, at least 1. */
  int concurrency();

  /** The model used when nobody chose one. */
  String defaultModel();

  /** Starts an answer. Does not wait for it: the first {@link AnswerStream#next} does. */
  AnswerStream open(Prompt prompt);
}
