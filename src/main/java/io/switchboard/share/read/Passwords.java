package io.switchboard.share.read;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Passwords of links, kept by Argon2id (RFC 9106) with 19 MiB and two passes, which is what OWASP
 * advises; each with its own salt. At most so many are worked on at once, so that nobody fills the
 * memory with wrong ones.
 */
public final class Passwords {
  /** Longer ones are refused before they are kept. */
  public static final int LONGEST = 200;

  private static final int KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int BYTES = 32;
  private static final Semaphore AT_ONCE = new Semaphore(4, true);

  private Passwords() {}

  /** The form in which a password may be kept: with its salt, and everything needed to check it. */
  public static String keep(String password) {
    return atOnce(
        () ->
            Argon2Function.getInstance(KIB, PASSES, LANES, BYTES, Argon2.ID)
                .hash(password)
                .getResult());
  }

  /** Whether this is the password that was kept so. */
  static boolean matches(String password, String kept) {
    return password.length() <= LONGEST
        && atOnce(() -> Argon2Function.getInstanceFromHash(kept).check(password, kept));
  }

  private static <T> T atOnce(Supplier<T> work) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      AT_ONCE.release();
    }
  }
}
