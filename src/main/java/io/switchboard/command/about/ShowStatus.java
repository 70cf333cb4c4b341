package io.switchboard.command.about;

import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.queue.Position;
import io.switchboard.queue.RequestId;
import io.switchboard.queue.RequestQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much there is to do, and where the asker's own questions stand. */
public final class ShowStatus {
  private final RequestQueue queue;

  public ShowStatus(RequestQueue queue) {
    this.queue = queue;
  }

  /** For {@code /status}. */
  public List<Effect> show(Visit visit) {
    Words words = visit.words();
    RequestQueue.Load load = queue.load();
    List<Document> own = new ArrayList<>();
    for (RequestId request : queue.open(visit.id(), visit.placeId())) {
      own.add(
          queue
              .position(request)
              .map(position -> waiting(words, position))
              .orElseGet(() -> words.say("status.own.running")));
    }
    Document all = words.say("status.all", load.running(), load.waiting());
    return List.of(
        Effect.tell(
            own.isEmpty()
                ? all.and(words.say("status.own.none"))
                : Words.all(all, words.say("status.own"), Words.list(own))));
  }

  private static Document waiting(Words words, Position position) {
    Duration startsIn = position.startsIn();
    return startsIn == null
        ? words.say("status.own.waiting", position.ahead())
        : words.say("status.own.waiting.starts", position.ahead(), startsIn);
  }
}
