package io.switchboard.command;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.access.Standing;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells those who are not let in so, once in a while, and how they can be. */
final class Strangers {
  private static final Duration EVERY = Duration.ofHours(1);

  /** Whoever is forgotten is told again; that is all. */
  private static final int REMEMBERED = 10_000;

  /** What a code may come with; the second is what Telegram's links send. */
  private static final Set<String> WITH_CODE = Set.of("join", "start");

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

  /** The invitation that somebody shows at the door. */
  static Optional<String> code(Incoming incoming) {
    return incoming instanceof IncomingCommand command
            && WITH_CODE.contains(command.name())
            && !command.arguments().isBlank()
        ? Optional.of(command.arguments().strip())
        : Optional.empty();
  }

  /**
   * An explanation: once in a while for what they only write, always for a command or a button, for
   * a platform shows whoever used that as waiting.
   */
  List<Effect> turnAway(Incoming incoming, Standing standing) {
    Person stranger = incoming.origin().sender();
    return due(stranger.id()) || !(incoming instanceof IncomingMessage)
        ? List.of(Effect.tell(why(new Words(texts, stranger.locale()), stranger, standing)))
        : List.of();
  }

  private static Document why(Words words, Person stranger, Standing standing) {
    return switch (standing) {
      case Standing.Banned banned -> words.say("desk.banned");
      case Standing.Ended(Instant at) -> words.say("desk.ended", at);
      case Standing.Paused paused -> {
        Instant until = paused.until();
        yield until == null ? words.say("desk.paused") : words.say("desk.paused.until", until);
      }
      default -> words.say("desk.stranger", stranger.id());
    };
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
