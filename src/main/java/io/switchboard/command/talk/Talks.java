package io.switchboard.command.talk;

import io.switchboard.chat.Place;
import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.markup.Document;
import java.util.Optional;

/** New conversations, as many as a member may have. */
final class Talks {
  private final Conversations conversations;
  private final RoomForOneMore room;

  Talks(Conversations conversations, RoomForOneMore room) {
    this.conversations = conversations;
    this.room = room;
  }

  /** Why this member cannot begin another conversation, if so. */
  Optional<Document> full(Visit visit) {
    return room.refusal(visit);
  }

  /** Leaves the present conversation at that place and starts another; a blank title is none. */
  void startNew(Visit visit, Place place, String title) {
    ConversationId made = conversations.startNew(visit.id(), place);
    if (!title.isBlank()) {
      boolean ignored = conversations.rename(made, visit.id(), title);
    }
  }
}
