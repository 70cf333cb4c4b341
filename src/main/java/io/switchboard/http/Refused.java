package io.switchboard.http;

/** A request that is not answered as it is; becomes a page (or JSON) of that status. */
public final class Refused extends RuntimeException {
  private final int status;
  private final long retrySeconds;

  /**
   * A refusal.
   *
   * @param status 400 to 499
   * @param why for the reader, in one plain sentence; nothing the request carried
   */
  public Refused(int status, String why) {
    this(status, why, 0);
  }

  private Refused(int status, String why, long retrySeconds) {
    super(why, null, false, false);
    this.status = status;
    this.retrySeconds = retrySeconds;
  }

  /**
   * They asked too often.
   *
   * @param seconds after which they may ask again
   */
  public static Refused tooMany(long seconds) {
    return new Refused(429, "That was too often. Please try again in a moment.", seconds);
  }

  /** What the reader asked for is not there. */
  public static Refused notFound() {
    return new Refused(404, "There is no page at this address.");
  }

  /** 400 to 499. */
  public int status() {
    return status;
  }

  /** After so many seconds it may be tried again; 0 if that is not known. */
  public long retrySeconds() {
    return retrySeconds;
  }

  /** In one plain sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
