package io.switchboard.prompt;

/** What a reply to one of our messages is. */
public sealed interface Answered {
  /**
   * What was asked of whoever replied.
   *
   * @param wish what is to be done with it, as it was given to {@link Prompts#begin}
   */
  record Asked(String wish) implements Answered {}

  /** Somebody else was asked. */
  record ForAnother() implements Answered {}

  /** It was answered before, left, or asked too long ago. */
  record Over() implements Answered {}
}
