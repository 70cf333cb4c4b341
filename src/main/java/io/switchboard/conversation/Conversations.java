package io.switchboard.conversation;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The conversations of all members. Whoever asks is named, and somebody else's id gives nothing.
 */
public final class Conversations {
  private final Database database;
  private final InstantSource time;

  public Conversations(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /** The conversation this member is in at this place; a new one if there is none. */
  public ConversationId current(MemberId member, PlaceId place) {
    throw new UnsupportedOperationException(database.dialect() + "" + time + member + place);
  }

  /** Leaves the current one and starts another. */
  public ConversationId startNew(MemberId member, PlaceId place) {
    throw new UnsupportedOperationException(member + "" + place);
  }

  /**
   * The turn of a request, made on the first call and the same on every later one.
   *
   * @param request the request's number
   */
  public Turn begin(long request, Question question) {
    throw new UnsupportedOperationException(request + "" + question);
  }

  /** Keeps the answer as far as it came, and moves the conversation's end to this turn. */
  public void answered(TurnId turn, String answer, boolean complete) {
    throw new UnsupportedOperationException(turn + answer + complete);
  }

  /** The turns that lead to this one, oldest first, without it. */
  public List<Turn> before(TurnId turn) {
    throw new UnsupportedOperationException(turn.toString());
  }

  /**
   * The turns of the conversation's present path, oldest first; empty for a conversation that is
   * not the member's.
   */
  public List<Turn> path(ConversationId conversation, MemberId member) {
    throw new UnsupportedOperationException(conversation + "" + member);
  }

  /** Remembers which messages show a turn's answer. */
  public void shownBy(TurnId turn, List<MessageId> messages) {
    throw new UnsupportedOperationException(turn + "" + messages);
  }

  /** The turn whose answer a message shows, if it is one of this member's. */
  public Optional<Turn> shownBy(MessageId message, MemberId member) {
    throw new UnsupportedOperationException(message + "" + member);
  }

  /** The turn of that number, if it is one of this member's. */
  public Optional<Turn> turn(TurnId turn, MemberId member) {
    throw new UnsupportedOperationException(turn + "" + member);
  }

  /** The conversation of one of this member's turns. */
  public Optional<ConversationId> conversationOf(TurnId turn, MemberId member) {
    throw new UnsupportedOperationException(turn + "" + member);
  }
}
