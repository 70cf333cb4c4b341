package io.switchboard.app.parts;

import io.switchboard.account.choice.Condition;
import io.switchboard.staff.Staff;

/** Tells the staff how the accounts are. */
record TellStaff(Staff staff) implements io.switchboard.account.choice.Staff {
  @Override
  public void failing(String account, Condition.Trouble trouble) {
    String why =
        switch (trouble.kind()) {
          case KEY_REFUSED -> "staff.account.key";
          case OUT_OF_MONEY -> "staff.account.money";
          case NO_SUCH_MODEL -> "staff.account.model";
          case BUSY, UNAVAILABLE, TOO_LONG, NO_PICTURES, REFUSED, CUT_OFF, STALLED, STOPPED ->
              "staff.account.down";
        };
    staff.raise(subject(account), why, account, trouble.detail());
  }

  @Override
  public void wellAgain(String account) {
    staff.over(subject(account), "staff.account.well", account);
  }

  private static String subject(String account) {
    return "account " + account;
  }
}
