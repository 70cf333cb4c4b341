package io.switchboard.chat.event;

/** What adapters call. */
public interface Inbox {
  /**
   * Takes an event. Returns when it is safely stored, or there was nothing to store; replies follow
   * on their own. Does no network call, so the caller may be the platform's event thread; events of
   * one place must come in their order.
   *
   * @throws RuntimeException if it could not be stored; the platform should deliver it again
   */
  void receive(Incoming incoming);
}
