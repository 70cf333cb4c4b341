package io.switchboard.queue;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.member.MemberId;
import io.switchboard.queue.beside.InChatTable;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which messages in the chat are a request's own: the note that says where it stands, and those
 * that show its answer.
 */
public final class InChat {
  private final Database database;
  private final SharedTime time;
  private final Function<RequestId, Optional<Position>> position;

  InChat(Database database, SharedTime time, Function<RequestId, Optional<Position>> position) {
    this.database = database;
    this.time = time;
    this.position = position;
  }

  /** The message that says where this member's request stands, or stood. */
  public Optional<MessageId> note(RequestId request, MemberId member) {
    return database
        .read(h -> RequestTable.find(h, request.value()))
        .filter(row -> row.member() == member.value())
        .flatMap(Carrying::note);
  }

  /** Whether that message is the request's note, or shows its answer. */
  public boolean isIn(RequestId request, MessageId message) {
    return database
        .read(h -> RequestTable.find(h, request.value()))
        .filter(row -> Carrying.in(row, message))
        .isPresent();
  }

  /** Whether that message is known to show the answer to one in that place that is not over. */
  public boolean shows(PlaceId place, MessageId message) {
    return database.read(h -> InChatTable.shownIn(h, place.value())).stream()
        .anyMatch(kept -> Carrying.messages(kept).contains(message));
  }

  /**
   * Remembers the message that says where a waiting request stands. Calling it again, after the
   * message was edited, makes it the newest.
   *
   * @return false if the request no longer waits: the message is then not its own any more and
   *     should go
   */
  public boolean waitingNote(RequestId request, MessageId note) {
    return database.inTransaction(
        h -> InChatTable.note(h, request.value(), note.value(), time.now(h)));
  }

  /**
   * Those that wait and have a note, with where they stand: at most so many, those whose note is
   * oldest first.
   */
  public List<WaitingNote> waitingNotes(int most) {
    return database.read(h -> InChatTable.noted(h, most)).stream()
        .flatMap(
            noted ->
                position.apply(new RequestId(noted.request())).stream()
                    .map(stands -> new WaitingNote(noted, stands)))
        .toList();
  }

  /** A note in a place that says where a request stands. */
  public record WaitingNote(
      RequestId request, MemberId member, PlaceId place, MessageId note, Position position) {
    private WaitingNote(InChatTable.Noted noted, Position position) {
      this(
          new RequestId(noted.request()),
          new MemberId(noted.member()),
          new PlaceId(noted.place()),
          new MessageId(noted.note()),
          position);
    }
  }

  /**
   * Remembers that another message is about to be sent, on a platform that cannot send it once
   * only: what becomes of it is known with the next {@link #shownBy}.
   *
   * @param attempt which of the request's, see {@link Claimed.Trace#attempt}
   * @param bookmark where to look for it, as the platform has it; at most 300 characters
   * @return false if somebody else has taken the request over: then nothing should be sent
   */
  public boolean aboutToSend(RequestId request, int attempt, String bookmark) {
    return database.inTransaction(h -> InChatTable.sending(h, request.value(), attempt, bookmark));
  }

  /** The last requests that came, with where they were asked and what shows their answers. */
  public List<Lately> lately(int most) {
    return database.read(h -> InChatTable.lately(h, most)).stream()
        .map(
            row ->
                new Lately(
                    new Destination(new PlaceId(row.place()), row.replyHandle()),
                    Carrying.messages(row.shown())))
        .toList();
  }

  /** Where one was asked, and the messages that show its answer. */
  public record Lately(Destination asked, List<MessageId> shown) {}

  /**
   * Remembers the messages that show a running request's answer, in their order, as soon as they
   * are there.
   *
   * @param attempt which of the request's, see {@link Claimed.Trace#attempt}
   * @return false if somebody else has taken the request over: nothing is remembered then
   */
  public boolean shownBy(RequestId request, int attempt, List<MessageId> messages) {
    return database.inTransaction(
        h -> InChatTable.shown(h, request.value(), attempt, Carrying.kept(messages)));
  }

  /**
   * Whether nobody else has taken the request over, as far as is known: while the database is away,
   * what is shown grows on.
   *
   * @param attempt which of the request's it is for whoever asks
   */
  public boolean isAt(RequestId request, int attempt) {
    try {
      return database.read(h -> InChatTable.at(h, request.value(), attempt));
    } catch (RuntimeException away) {
      if (Database.wasAway(away)) {
        return true;
      }
      throw away;
    }
  }
}
