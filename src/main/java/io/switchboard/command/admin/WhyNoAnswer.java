package io.switchboard.command.admin;

import io.switchboard.account.Failure;

/** Why an account does not answer, in a message's words; for chats and pages. */
public final class WhyNoAnswer {
  private WhyNoAnswer() {}

  /** The message's key. */
  public static String key(Failure.Kind kind) {
    return switch (kind) {
      case BUSY -> "accounts.why.busy";
      case KEY_REFUSED -> "accounts.why.key";
      case OUT_OF_MONEY -> "accounts.why.money";
      case NO_SUCH_MODEL -> "accounts.why.model";
      case CUT_OFF, STALLED -> "accounts.why.cut";
      case UNAVAILABLE, TOO_LONG, NO_PICTURES, REFUSED, STOPPED -> "accounts.why.down";
    };
  }
}
