package io.switchboard.picture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;

/** Whether this machine has fonts for everything that tests write. */
public final class SystemFonts {
  private static final String LETTERS = "a电화";

  private SystemFonts() {}

  /** Leaves the test out, and says so, where there are none. */
  public static void assumeThere() {
    assumeTrue(there(), "left out: no fonts for Chinese and Korean here (fonts-noto-cjk)");
  }

  /** Whether one font has Latin, Chinese and Korean letters. */
  public static boolean there() {
    try {
      return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
          .anyMatch(font -> font.canDisplayUpTo(LETTERS) < 0);
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }
}
