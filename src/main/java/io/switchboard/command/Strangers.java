package io.switchboard.command;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Words;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells those who are not let in so, once in a while, and how they can be. */
final class Strangers {
  private static final Duration EVERY = Duration.ofHours(1);

  /** Whoever is forgotten is told again; that is all. */
  private static final int REMEMBERED = 10_000;

  private final Texts texts;
  private final InstantSource time;
  private final Map<PersonId, Instant> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  Strangers(Texts texts, InstantSource time) {
    this.texts = texts;
    this.time = time;
  }

  List<Effect> turnAway(Person stranger) {
    if (!due(stranger.id())) {
      return List.of();
    }
    Words words = new Words(texts, stranger.locale());
    return List.of(Effect.tell(words.say("desk.stranger", stranger.id())));
  }

  private synchronized boolean due(PersonId stranger) {
    Instant now = time.instant();
    Instant last = told.get(stranger);
    if (last != null && now.isBefore(last.plus(EVERY))) {
      return false;
    }
    told.remove(stranger);
    told.put(stranger, now);
    return true;
  }
}
