package io.switchboard.app;

import java.io.IOException;

/**
 * Ends this process with the one that launched it: stops when that one writes something, and when
 * it dies, ends as if both had been killed. Whoever killed the launcher means the program, and one
 * that lived on would keep the database and the port.
 */
final class EndWithLauncher {
  /** What a shell says of a process that was told to stop. */
  private static final int STOPPED = 143;

  /** What a shell says of a process that was killed. */
  private static final int KILLED = 137;

  private EndWithLauncher() {}

  /** Begins to watch, if it was launched: then the launcher holds its standard input open. */
  static void watch() {
    if (Boolean.getBoolean("switchboard.launched")) {
      Thread.ofPlatform().daemon().name("launcher").start(EndWithLauncher::hear);
    }
  }

  private static void hear() {
    if (saysStop()) {
      System.exit(STOPPED);
    }
    Runtime.getRuntime().halt(KILLED);
  }

  private static boolean saysStop() {
    try {
      return System.in.read() >= 0;
    } catch (IOException broken) {
      return false; // as closed: there is nobody at the other end
    }
  }
}
