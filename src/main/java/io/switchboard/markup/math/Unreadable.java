package io.switchboard.markup.math;

/** Something in a formula is not understood. Never leaves this package. */
final class Unreadable extends RuntimeException {
  Unreadable(String what) {
    super(what, null, false, false);
  }
}
