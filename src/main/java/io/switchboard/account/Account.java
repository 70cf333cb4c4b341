package io.switchboard.account;

import io.switchboard.account.media.Draws;
import io.switchboard.account.media.Hears;
import io.switchboard.account.media.Speaks;
import java.util.Optional;

/** An account that can answer. */
public interface Account {
  /** Its name in the configuration. */
  String name();

  /** How much it takes, and what it offers. */
  AccountTerms terms();

  /** How it writes down what is said; empty if it does not. */
  default Optional<Hears> hears() {
    return Optional.empty();
  }

  /** How it draws; empty if it does not. */
  default Optional<Draws> draws() {
    return Optional.empty();
  }

  /** How it reads aloud; empty if it does not. */
  default Optional<Speaks> speaks() {
    return Optional.empty();
  }

  /** Starts an answer. Does not wait for it: the first {@link AnswerStream#next} does. */
  AnswerStream open(Prompt prompt);
}
