package io.switchboard.app.parts;

import io.switchboard.announce.Known;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.member.access.Standing;
import io.switchboard.queue.daily.By;
import io.switchboard.queue.daily.Statistics;
import java.time.LocalDate;
import java.util.List;

/** Where people asked something in the last year, and who is kept out. */
record WhoIsThere(Kept kept, Messengers messengers) implements Known {
  private static final int MOST = 10_000;

  @Override
  public List<PlaceId> places() {
    Statistics statistics = kept.queue.statistics();
    LocalDate today = statistics.today();
    return statistics.top(By.PLACE, today.minusYears(1), today, MOST).stream()
        .flatMap(place -> messengers.all().stream().flatMap(m -> m.named(place.name()).stream()))
        .toList();
  }

  @Override
  public boolean keptOut(PersonId person) {
    return switch (kept.standings.of(person)) {
      case Standing.Banned ignored -> true;
      case Standing.Ended ignored -> true;
      default -> false;
    };
  }
}
