package io.switchboard.queue;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The queue. Every method is one transaction; what it returns is on disk. */
public final class RequestQueue {
  /** Takes a request in, or says why not. */
  public Admission submit(Submission submission) {
    throw new UnsupportedOperationException(submission.toString());
  }

  /** Where a waiting request stands; empty once it runs or is finished. */
  public Optional<Position> position(RequestId request) {
    throw new UnsupportedOperationException(request.toString());
  }

  /** The member's requests in this place that wait or run, oldest first. */
  public List<RequestId> open(MemberId member, PlaceId place) {
    throw new UnsupportedOperationException(member + "" + place);
  }

  /** What became of a wish to stop a request. */
  public enum Stop {
    /** It waited, and will not run. */
    CANCELLED,
    /** It runs, and will end soon, wherever it runs. */
    STOPPING,
    /** It has ended already, or is not this member's. */
    NOTHING
  }

  /** Stops a request of this member. */
  public Stop stop(RequestId request, MemberId member) {
    throw new UnsupportedOperationException(request + "" + member);
  }

  /**
   * Remembers the message that says where a waiting request stands.
   *
   * @return false if the request no longer waits: the message is then not its own any more and
   *     should go
   */
  public boolean waitingNote(RequestId request, MessageId note) {
    throw new UnsupportedOperationException(request + "" + note);
  }

  /**
   * Those that wait and have a note, with where they stand: at most so many, those whose note is
   * oldest first.
   */
  public List<WaitingNote> waitingNotes(int most) {
    throw new UnsupportedOperationException(Integer.toString(most));
  }

  /** A note in a place that says where a request stands. */
  public record WaitingNote(
      RequestId request, MemberId member, PlaceId place, MessageId note, Position position) {}

  /**
   * Remembers the messages that show a running request's answer, in their order, as soon as they
   * are there.
   */
  public void shownBy(RequestId request, List<MessageId> messages) {
    throw new UnsupportedOperationException(request + "" + messages);
  }

  /**
   * Whether the member wants it stopped. Also tells the database that the request is being worked
   * on.
   */
  public boolean stopWanted(RequestId request) {
    throw new UnsupportedOperationException(request.toString());
  }

  /**
   * Calls back at once when somebody in this process stops the request; {@link #stopWanted} tells
   * of the others. Until the result is closed.
   */
  public Listening onStop(RequestId request, Runnable stopped) {
    throw new UnsupportedOperationException(request + "" + stopped);
  }

  /** An ear that can be closed. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * The account has answered, only the delivery is left, which a platform can hold up for minutes:
   * settles limits and fairness and frees the account's slot and the lane. The request stays this
   * process's own until {@link #finish}; after a crash it is run again, outside the account's cap.
   */
  public void answered(RequestId request, long tokensIn, long tokensOut) {
    throw new UnsupportedOperationException(request + "" + tokensIn + tokensOut);
  }

  /**
   * It is over and delivered: settles limits and fairness, unless {@link #answered} did. Calling it
   * again changes nothing.
   */
  public void finish(RequestId request, Ending ending) {
    throw new UnsupportedOperationException(request + "" + ending);
  }

  /** It could not be answered now: it keeps its place and is not claimed before that time. */
  public void putBack(RequestId request, Instant notBefore) {
    throw new UnsupportedOperationException(request + "" + notBefore);
  }
}
