package io.switchboard.command.catalogue;

import java.util.List;

/**
 * What may follow a command's name.
 *
 * @param choices all it may be; empty for any text
 * @param suggests whether values are known that depend on who asks
 */
record Argument(String name, boolean required, List<String> choices, boolean suggests) {
  Argument(String name, boolean required, List<String> choices) {
    this(name, required, choices, false);
  }

  /** The same, for which values are known that depend on who asks. */
  Argument suggested() {
    return new Argument(name, required, choices, true);
  }

  static Argument needed(String name) {
    return new Argument(name, true, List.of());
  }

  static Argument free(String name) {
    return new Argument(name, false, List.of());
  }

  static Argument choice(String name, List<String> choices) {
    return new Argument(name, false, choices);
  }
}
