package io.switchboard.account.choice;

import io.switchboard.account.choice.Condition.Trouble;

/** Whoever looks after the accounts; told once of each trouble, and once when it is over. */
public interface Staff {
  /** Nobody. */
  Staff NOBODY =
      new Staff() {
        @Override
        public void failing(String account, Trouble trouble) {}

        @Override
        public void wellAgain(String account) {}
      };

  /** The account fails, and somebody should look at it. */
  void failing(String account, Trouble trouble);

  /** It has answered again. */
  void wellAgain(String account);
}
