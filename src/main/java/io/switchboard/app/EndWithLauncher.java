package io.switchboard.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Ends this process when the one that launched it dies, as if both had been killed: whoever killed
 * the launcher means the program, and one that lived on would keep the database and the port.
 */
final class EndWithLauncher {
  /** What a shell says of a process that was killed. */
  private static final int KILLED = 137;

  private EndWithLauncher() {}

  /** Begins to watch, if it was launched: then the launcher holds its standard input open. */
  static void watch() {
    if (!Boolean.getBoolean("switchboard.launched")) {
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .name("launcher")
        .start(
            () -> {
              drain(System.in);
              Runtime.getRuntime().halt(KILLED);
            });
  }

  private static void drain(InputStream pipe) {
    try {
      pipe.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // As closed: there is nobody at the other end.
    }
  }
}
