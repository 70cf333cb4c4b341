package io.switchboard.act;

import io.switchboard.act.deed.Whom;
import io.switchboard.chat.PlaceId;
import io.switchboard.member.Member;
import io.switchboard.member.access.Standing;
import io.switchboard.member.access.Standings;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.RequestId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends what somebody waits for, who is kept out from now on or not. What is being answered stops;
 * what was written stays.
 */
final class TakeOut {
  private final RequestQueue queue;
  private final Standings standings;
  private volatile TakenOut saying = TakenOut.SILENT;

  TakeOut(RequestQueue queue, Standings standings) {
    this.queue = queue;
    this.standings = standings;
  }

  void sayBy(TakenOut port) {
    saying = port;
  }

  /** Ends all of it if they are out now; how many questions that were. */
  int ifOut(Whom whom) {
    boolean out =
        switch (standings.of(whom.accounts().getFirst())) {
          case Standing.Banned banned -> true;
          case Standing.Paused paused -> true;
          default -> false;
        };
    return out ? end(whom, null, true) : 0;
  }

  /**
   * Ends what they wait for.
   *
   * @param only null for all of it
   * @return how many questions that were
   */
  int end(Whom whom, @Nullable RequestId only, boolean keptOut) {
    int ended = 0;
    if (whom.member().isPresent()) {
      Member member = whom.member().get();
      for (Map.Entry<RequestId, PlaceId> open : queue.of(member.id()).open().entrySet()) {
        if ((only == null || open.getKey().equals(only))
            && end(member, open.getKey(), open.getValue(), keptOut)) {
          ended++;
        }
      }
    }
    return ended;
  }

  private boolean end(Member member, RequestId request, PlaceId place, boolean keptOut) {
    return switch (queue.stop(request, member.id())) {
      case CANCELLED -> {
        saying.say(member, keptOut, request, place, queue.inChat().note(request, member.id()));
        yield true;
      }
      case STOPPING -> {
        // The answer itself says that it was stopped, but not by whom.
        saying.say(member, keptOut, request, place, Optional.empty());
        yield true;
      }
      case OVER, NOTHING -> false;
    };
  }
}
