package io.switchboard.conversation;

/** The conversation was deleted while a request for it waited. */
public final class ConversationGone extends RuntimeException {
  public ConversationGone(ConversationId conversation) {
    super("conversation " + conversation + " is gone");
  }
}
