package io.switchboard.share;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.TurnId;

/** What of a conversation is shared. */
public sealed interface Selection {
  /** One answer with its question. */
  record One(TurnId turn) implements Selection {}

  /** The last answers with their questions, at least 1. */
  record Last(ConversationId conversation, int turns) implements Selection {}

  /** The whole present path. */
  record Whole(ConversationId conversation) implements Selection {}
}
