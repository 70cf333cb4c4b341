package io.switchboard.fake.discord;

/** An answer with an error. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;
  final int code;

  /** Whether a bot that does this is in the wrong, and not merely unlucky. */
  final boolean fault;

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

  /** What a bot that keeps to the documentation never sees. */
  static Refusal fault(int status, int code, String message) {
    return new Refusal(status, code, message, true);
  }

  static Refusal form(String what) {
    return fault(400, 50035, "Invalid Form Body: " + what);
  }
}
