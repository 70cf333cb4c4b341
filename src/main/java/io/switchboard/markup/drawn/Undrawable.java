package io.switchboard.markup.drawn;

import java.io.Serial;

/** There is something in a formula for which there is no picture. */
final class Undrawable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  Undrawable(String what) {
    super(what, null, false, false);
  }
}
