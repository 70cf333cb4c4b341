package io.switchboard.pacing;

import io.switchboard.chat.message.Delivery;

/** Is told of every call of a platform that was made. For figures. */
@FunctionalInterface
public interface Onlooker {
  /**
   * It was made.
   *
   * @param kind {@code send}, {@code edit}, {@code draft} or {@code other}
   */
  void called(String platform, String kind, Delivery answer);
}
