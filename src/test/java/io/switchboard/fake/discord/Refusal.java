package io.switchboard.fake.discord;

/** An answer with an error. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;
  final int code;

  /** Whether a bot that does this is in the wrong, and not merely unlucky. */
  final boolean fault;

  /** In seconds; 0 for none. */
  double retryAfter;

  private Refusal(int status, int code, String message, boolean fault) {
    super(message);
    this.status = status;
    this.code = code;
    this.fault = fault;
  }

  /** What can happen to every bot. */
  static Refusal luck(int status, int code, String message) {
    return new Refusal(status, code, message, false);
  }

  /** A slow mode that a bot is bound by. */
  static Refusal slow(int status, double seconds) {
    Refusal refusal =
        new Refusal(status, 20016, "This action cannot be performed due to slowmode", false);
    refusal.retryAfter = seconds;
    return refusal;
  }

  /** What a bot that keeps to the documentation never sees. */
  static Refusal fault(int status, int code, String message) {
    return new Refusal(status, code, message, true);
  }

  static Refusal form(String what) {
    return fault(400, 50035, "Invalid Form Body: " + what);
  }
}
