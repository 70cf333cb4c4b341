package io.switchboard.command.talk;

import io.switchboard.chat.MessageId;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.RequestQueue.Stop;
import io.switchboard.queue.request.RequestId;
import java.util.ArrayList;
import java.util.List;

/** Ends requests before they are answered, or while they are. */
final class Stopping {
  private final RequestQueue queue;

  Stopping(RequestQueue queue) {
    this.queue = queue;
  }

  /** Everything that this member asked here. */
  List<Effect> all(Visit visit) {
    Words words = visit.words();
    List<Effect> effects = new ArrayList<>();
    int stopped = 0;
    for (RequestId request : queue.of(visit.id()).open(visit.placeId())) {
      Stop stop = queue.stop(request, visit.id());
      if (stop == Stop.CANCELLED) {
        // Its note would offer for ever to take it back.
        queue
            .inChat()
            .note(request, visit.id())
            .ifPresent(note -> effects.add(Effect.change(note, words.say("stop.cancelled"))));
      }
      if (stop == Stop.CANCELLED || stop == Stop.STOPPING) {
        stopped++;
      }
    }
    effects.add(
        Effect.tell(stopped == 0 ? words.say("stop.nothing") : words.say("stop.done", stopped)));
    return effects;
  }

  /**
   * One, by the button under its message. What it has written so far stays. A button may have been
   * left behind: by a message that was sent while the process died, or by an app that shows the
   * past.
   */
  List<Effect> one(Visit visit, RequestId request, MessageId message) {
    Words words = visit.words();
    return switch (queue.stop(request, visit.id())) {
      case CANCELLED -> List.of(Effect.change(message, words.say("stop.cancelled")));
      // The answer itself says that it was stopped.
      case STOPPING ->
          queue.inChat().isIn(request, message) ? List.of() : List.of(new Effect.TakeAway(message));
      case OVER ->
          queue.inChat().isIn(request, message)
              ? List.of(Effect.tell(words.say("stop.over")))
              : List.of(Effect.change(message, words.say("stop.over")));
      case NOTHING -> List.of(Effect.tell(words.say("desk.not-yours")));
    };
  }
}
