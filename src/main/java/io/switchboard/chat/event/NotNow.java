package io.switchboard.chat.event;

/**
 * An event cannot be stored now, for a reason that is not its own and goes by, such as a database
 * that is away. Whoever has it should try again for as long as they can keep it.
 */
public final class NotNow extends RuntimeException {
  public NotNow(Throwable why) {
    super(why);
  }
}
