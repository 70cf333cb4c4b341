package io.switchboard.command.talk.told;

import io.switchboard.attachment.Objection;
import io.switchboard.chat.MessageId;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.markup.Inline;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Closed;
import io.switchboard.queue.limit.LimitReached;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of a submission, in words. */
public final class SayAdmission {
  private static final Logger log = LoggerFactory.getLogger(SayAdmission.class);

  private final RequestQueue queue;
  private final LimitWords limits;

  public SayAdmission(RequestQueue queue, LimitWords limits) {
    this.queue = queue;
    this.limits = limits;
  }

  public List<Effect> say(Visit visit, Admission admission) {
    return switch (admission) {
      case Admission.Queued(RequestId id, Position position) ->
          position.startsNow() ? List.of() : List.of(waiting(visit, id, position));
      case Admission.AlreadySeen seen -> List.of();
      case Admission.OverLimit(LimitReached reached) ->
          List.of(
              Effect.tell(
                  limits.refusal(visit.words(), reached, visit.place().scopes(), "ask.over.back")));
      case Admission.TooManyWaiting(int allowed) ->
          List.of(Effect.tell(visit.words().say("ask.too-many-waiting", allowed)));
      case Admission.PlaceFull(String scope, int allowed) ->
          List.of(Effect.tell(visit.words().say("ask.place-full", allowed)));
      case Admission.OutOfHours(Closed closed) ->
          List.of(Effect.tell(visit.words().say("ask.hours", closed.opensAt())));
      case Admission.NoRoom _ -> List.of(Effect.tell(visit.words().say("ask.no-room")));
      case Admission.TooLong(int characters, int allowed) ->
          List.of(Effect.tell(visit.words().say("ask.too-long", characters, allowed)));
      case Admission.TooManyFiles(int files, int allowed) ->
          List.of(
              Effect.tell(SayObjection.of(visit.words(), new Objection.TooMany(files, allowed))));
      case Admission.ModelNotAllowed(String model, List<String> allowed) ->
          List.of(
              Effect.tell(
                  visit
                      .words()
                      .say(
                          "ask.model-not-allowed",
                          new Inline.Code(model),
                          new Inline.Code(String.join(", ", allowed)))));
    };
  }

  /** Everybody sees the note, for its message becomes the answer's. */
  private Effect waiting(Visit visit, RequestId id, Position position) {
    return new Effect.Say(
        NoteText.of(visit.words(), id, position),
        note -> kept(id, note) ? List.of() : List.of(new Effect.TakeAway(note)));
  }

  /** A note that nobody knows of would say for ever that its question waits. */
  private boolean kept(RequestId id, MessageId note) {
    try {
      return queue.inChat().waitingNote(id, note);
    } catch (RuntimeException away) {
      log.warn("A waiting note could not be kept and is taken away", away);
      return false;
    }
  }
}
