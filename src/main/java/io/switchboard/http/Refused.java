package io.switchboard.http;

/** A request that is not answered as it is; becomes a page (or JSON) of that status. */
public final class Refused extends RuntimeException {
  private final int status;

  /**
   * A refusal.
   *
   * @param status 400 to 499
   * @param why for the reader, in one plain sentence; nothing the request carried
   */
  public Refused(int status, String why) {
    super(why, null, false, false);
    this.status = status;
  }

  /** What the reader asked for is not there. */
  public static Refused notFound() {
    return new Refused(404, "There is no page at this address.");
  }

  /** 400 to 499. */
  public int status() {
    return status;
  }

  /** In one plain sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
