package io.switchboard.conversation;

import org.jdbi.v3.core.Handle;

/** What has to go with a conversation. */
@FunctionalInterface
public interface BeforeDeletion {
  /**
   * Called in the transaction that deletes the conversation, before its rows go.
   *
   * @return what is to be done once that is committed; may be lost in a crash, so it must be
   *     repaired by somebody's sweep
   */
  Runnable deleting(Handle transaction, ConversationId conversation);
}
