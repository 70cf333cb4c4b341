package io.switchboard.command;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingEdit;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Origin;
import io.switchboard.chat.message.Prompt;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.access.Standing;
import io.switchboard.member.code.Codes;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells those who are not let in so, and how they can be. Where everybody sees it, once in a while
 * for each of them: what is said to strangers takes from what the place can be told.
 */
final class Strangers {
  private static final String JOIN = "join";

  private static final Duration EVERY = Duration.ofHours(1);

  /** Whoever is forgotten is told again; that is all. */
  private static final int REMEMBERED = 10_000;

  /** What a code may come with; the second is what Telegram's links send. */
  private static final Set<String> WITH_CODE = Set.of(JOIN, "start");

  /** A code as it is made. */
  private static final Pattern GIVEN = Pattern.compile("[A-Z2-9]{12}");

  /** What buttons and pages have the bot told, which is no invitation. */
  private static final Pattern FROM_A_BUTTON = Pattern.compile("(report|import|login)-.*");

  private final Texts texts;
  private final InstantSource time;
  private final Predicate<Destination> owed;
  private final Map<Heard, Instant> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Heard, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Who was told something, where. */
  private record Heard(PersonId stranger, PlaceId place) {}

  /**
   * @param owed whether a reply there must not be left out
   */
  Strangers(Texts texts, InstantSource time, Predicate<Destination> owed) {
    this.texts = texts;
    this.time = time;
    this.owed = owed;
  }

  /** The invitation that somebody shows at the door. */
  static Optional<String> code(Incoming incoming) {
    return incoming instanceof IncomingCommand command
            && WITH_CODE.contains(command.name())
            && !command.arguments().isBlank()
            && !FROM_A_BUTTON.matcher(command.arguments().strip()).matches()
        ? Optional.of(command.arguments().strip())
        : Optional.empty();
  }

  /**
   * The code that a stranger wrote without a command: in reply to a message of the bot, or as it
   * was given to them, alone and in private.
   */
  static Optional<String> bareCode(Incoming incoming) {
    if (!(incoming instanceof IncomingMessage message) || !message.addressed()) {
      return Optional.empty();
    }
    String text = message.text().strip();
    boolean alone =
        incoming.origin().place().kind() == Place.Kind.PRIVATE && GIVEN.matcher(text).matches();
    boolean reply = message.repliesTo() != null && Codes.looksRight(text);
    return alone || reply ? Optional.of(text) : Optional.empty();
  }

  /** Asks for the code of an invitation. */
  List<Effect> askForCode(Incoming incoming) {
    Person stranger = incoming.origin().sender();
    Words words = new Words(texts, stranger.locale());
    return tell(incoming, words.say("join.ask", stranger.id())).stream()
        .<Effect>map(
            say ->
                new Effect.Say(
                    ((Effect.Say) say)
                        .reply()
                        .asking(new Prompt(stranger, words.label("step.hint"))),
                    message -> List.of()))
        .toList();
  }

  /** Whether somebody wants to come in and shows no invitation. */
  static boolean joins(Incoming incoming) {
    return incoming instanceof IncomingCommand command
        && command.name().equals(JOIN)
        && command.arguments().isBlank();
  }

  /** An explanation, unless they had one there a little while ago. */
  List<Effect> turnAway(Incoming incoming, Standing standing) {
    Person stranger = incoming.origin().sender();
    return tell(incoming, why(new Words(texts, stranger.locale()), stranger, standing));
  }

  /**
   * Says it: always where it is owed, and to a command or a press in private; else if it is due.
   */
  List<Effect> tell(Incoming incoming, Document text) {
    if (incoming instanceof IncomingEdit) {
      return List.of();
    }
    Origin origin = incoming.origin();
    boolean due = due(new Heard(origin.sender().id(), origin.place().id()));
    boolean act =
        origin.place().kind() == Place.Kind.PRIVATE && !(incoming instanceof IncomingMessage);
    return due || act || owed.test(origin.replyTo()) ? List.of(Effect.tell(text)) : List.of();
  }

  private static Document why(Words words, Person stranger, Standing standing) {
    return switch (standing) {
      case Standing.Banned banned -> words.say("desk.banned");
      case Standing.OutOfHours(Instant opensAt) -> words.say("desk.hours", opensAt);
      case Standing.Ended(Instant at) -> words.say("desk.ended", at);
      case Standing.Paused paused -> {
        Instant until = paused.until();
        yield until == null ? words.say("desk.paused") : words.say("desk.paused.until", until);
      }
      default -> words.say("desk.stranger", stranger.id());
    };
  }

  private synchronized boolean due(Heard heard) {
    Instant now = time.instant();
    Instant last = told.get(heard);
    if (last != null && now.isBefore(last.plus(EVERY))) {
      return false;
    }
    told.remove(heard);
    told.put(heard, now);
    return true;
  }
}
