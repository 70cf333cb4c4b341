package io.switchboard.command.about;

import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.HomeZone;
import io.switchboard.member.Members;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.busy.Business;
import io.switchboard.queue.busy.HowBusy;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How much there is to do, and where the asker's own questions stand. */
final class ShowStatus {
  private final RequestQueue queue;
  private final Members members;
  private final ZoneId usual;

  /**
   * Tells of this queue.
   *
   * @param usual the zone of those who have chosen none
   */
  ShowStatus(RequestQueue queue, Members members, ZoneId usual) {
    this.queue = queue;
    this.members = members;
    this.usual = usual;
  }

  /** For {@code /status}. */
  List<Effect> show(Visit visit) {
    Words words = visit.words();
    ZoneId zone = members.zone(visit.id()).map(HomeZone::id).orElse(usual);
    HowBusy.Load load = queue.busy().load();
    List<Document> own = new ArrayList<>();
    for (RequestId request : queue.of(visit.id()).open(visit.placeId())) {
      own.add(
          queue
              .position(request)
              .map(position -> waiting(words, position))
              .orElseGet(() -> words.say("status.own.running")));
    }
    Business busy = queue.busy().lately();
    Document all =
        Words.all(
            words.say("status.all", load.running(), load.waiting()),
            busy.typicalWait()
                .map(wait -> words.say("status.wait", wait))
                .orElseGet(() -> new Document(List.of())),
            Words.list(
                List.of(
                    lately(words, "status.minutes", busy.fiveMinutes()),
                    lately(words, "status.hour", busy.hour()),
                    lately(words, "status.day", busy.day()))));
    Document text =
        own.isEmpty()
            ? all.and(words.say("status.own.none"))
            : Words.all(all, words.say("status.own"), Words.list(own));
    return QuietHours.upload(words, zone, busy.hours())
        .map(picture -> Pictured.tell(text, picture))
        .orElseGet(() -> List.of(Effect.tell(text)));
  }

  private static Document lately(Words words, String key, Business.Asked asked) {
    return words.say(key, asked.requests(), asked.tokens());
  }

  private static Document waiting(Words words, Position position) {
    Duration startsIn = position.startsIn();
    return startsIn == null
        ? words.say("status.own.waiting", position.ahead())
        : words.say("status.own.waiting.starts", position.ahead(), startsIn);
  }
}
