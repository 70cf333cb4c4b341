package io.switchboard.account;

/** An account that can answer. */
public interface Account {
  /** Its name in the configuration. */
  String name();

  /** How much it takes, and what it offers. */
  AccountTerms terms();

  /** Starts an answer. Does not wait for it: the first {@link AnswerStream#next} does. */
  AnswerStream open(Prompt prompt);
}
