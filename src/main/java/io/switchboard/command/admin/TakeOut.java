package io.switchboard.command.admin;

import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.RequestQueue.Stop;
import io.switchboard.queue.request.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ends what somebody waits for who is kept out from now on, and says so where they asked. What is
 * being answered stops; what was written stays.
 */
final class TakeOut {
  private final RequestQueue queue;

  TakeOut(RequestQueue queue) {
    this.queue = queue;
  }

  List<Effect> all(Visit visit, Member member) {
    Words theirs = new Words(visit.words().texts(), member.speaks());
    List<Effect> effects = new ArrayList<>();
    for (Map.Entry<RequestId, PlaceId> open : queue.of(member.id()).open().entrySet()) {
      RequestId request = open.getKey();
      Stop stop = queue.stop(request, member.id());
      Document note = theirs.say("member.taken-out", member.name());
      if (stop == Stop.CANCELLED) {
        Effect said =
            queue
                .inChat()
                .note(request, member.id())
                .<Effect>map(message -> new Effect.Change(message, Reply.of(note)))
                .orElseGet(() -> Effect.announce(note));
        effects.add(new Effect.In(open.getValue(), List.of(said)));
      } else if (stop == Stop.STOPPING) {
        // The answer itself says that it was stopped, but not by whom.
        effects.add(new Effect.In(open.getValue(), List.of(Effect.announce(note))));
      }
    }
    return effects;
  }
}
