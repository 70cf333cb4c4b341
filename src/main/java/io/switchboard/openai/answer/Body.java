package io.switchboard.openai.answer;

import java.nio.ByteBuffer;

/** What the body of a server's answer is, and so how it is to be read. */
enum Body {
  UNKNOWN(0),
  EVENTS(0),
  DOCUMENT(1 << 24),
  ERROR(1 << 16);

  private final int most;

  Body(int most) {
    this.most = most;
  }

  /** Whether it is read piece by piece; everything else is gathered first. */
  boolean streams() {
    return this == EVENTS || this == UNKNOWN;
  }

  /** How many bytes of it are gathered at most. */
  int most() {
    return most;
  }

  /**
   * By the first byte, as the Content-Type is not to be relied on: no event begins with a brace.
   */
  static Body of(ByteBuffer bytes) {
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      byte b = bytes.get(i);
      if (b > ' ') {
        return b == '{' || b == '[' ? DOCUMENT : EVENTS;
      }
    }
    return UNKNOWN;
  }
}
