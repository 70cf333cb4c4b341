package io.switchboard.command.talk;

import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.queue.Admission;
import io.switchboard.queue.Position;
import io.switchboard.queue.RequestId;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.LimitReached;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What became of a submission, in words. */
final class SayAdmission {
  private final RequestQueue queue;

  SayAdmission(RequestQueue queue) {
    this.queue = queue;
  }

  List<Effect> say(Visit visit, Admission admission) {
    return switch (admission) {
      case Admission.Queued(RequestId id, Position position) ->
          position.startsNow() ? List.of() : List.of(waiting(visit, id, position));
      case Admission.AlreadySeen seen -> List.of();
      case Admission.OverLimit(LimitReached limit) -> List.of(Effect.tell(overLimit(visit, limit)));
      case Admission.TooManyWaiting(int allowed) ->
          List.of(Effect.tell(visit.words().say("ask.too-many-waiting", allowed)));
      case Admission.TooLong(int characters, int allowed) ->
          List.of(Effect.tell(visit.words().say("ask.too-long", characters, allowed)));
    };
  }

  /** Everybody sees the note, for its message becomes the answer's. */
  private Effect waiting(Visit visit, RequestId id, Position position) {
    return new Effect.Say(
        NoteText.of(visit.words(), id, position),
        note -> queue.waitingNote(id, note) ? List.of() : List.of(new Effect.TakeAway(note)));
  }

  private static Document overLimit(Visit visit, LimitReached reached) {
    Words words = visit.words();
    Limit limit = reached.limit();
    if (limit.amount() == 0) {
      return words.say("ask.over.none");
    }
    return usedUp(visit, reached)
        .and(
            reached.backAt().equals(Instant.MAX)
                ? words.say("ask.over.never")
                : words.say("ask.over.back", reached.backAt()));
  }

  private static Document usedUp(Visit visit, LimitReached reached) {
    Limit limit = reached.limit();
    String whose =
        visit.place().scopes().contains(reached.scope()) ? "ask.over.place." : "ask.over.";
    String what = limit.what() == What.REQUESTS ? "requests" : "tokens";
    return visit
        .words()
        .say(
            whose + what,
            limit.amount(),
            visit.words().label("limit.window." + limit.window().name().toLowerCase(Locale.ROOT)));
  }
}
