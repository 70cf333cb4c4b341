package io.switchboard.command;

import io.switchboard.act.TakenOut;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Form;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingEdit;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Origin;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.RecentKeys;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.queue.seen.SeenEvents;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Everything that happens in a chat comes by here. */
public final class FrontDesk implements Inbox, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FrontDesk.class);

  /** Platforms mostly deliver twice within minutes; the database knows the rest. */
  private static final int KEYS_REMEMBERED = 10_000;

  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Door door;
  private final Members members;
  private final Texts texts;
  private final TryCommand commands;
  private final SpeakUp speaking;
  private volatile BiConsumer<PlaceId, MessageId> deletions = (place, message) -> {};
  private final SeenEvents seen;
  private volatile Consumer<Reaction> reactions = reaction -> {};
  private final PlaceQueues replies = new PlaceQueues();
  private final RecentKeys done = new RecentKeys(KEYS_REMEMBERED);

  /** The front desk of these rooms; it is open at once. */
  public FrontDesk(
      Door door,
      Members members,
      Texts texts,
      TryCommand commands,
      SpeakUp speaking,
      SeenEvents seen) {
    this.door = door;
    this.members = members;
    this.texts = texts;
    this.commands = commands;
    this.speaking = speaking;
    this.seen = seen;
  }

  /** Who says in chats that somebody was taken out. */
  public TakenOut takenOut() {
    return new SayTakenOut(texts, replies, speaking);
  }

  @Override
  public void receive(Incoming incoming) {
    Origin origin = incoming.origin();
    if (isForUs(incoming)) {
      try (MDC.MDCCloseable _ = MDC.putCloseable("event", origin.key())) {
        done.once(origin.key(), () -> carryOut(incoming, origin));
      }
    }
  }

  @Override
  public List<Suggestion> suggest(Typing typing) {
    return known(typing.origin()).map(visit -> commands.suggest(visit, typing)).orElse(List.of());
  }

  @Override
  public Optional<Form> form(ButtonPress press) {
    return known(press.origin()).flatMap(visit -> commands.form(visit, press));
  }

  /** Somebody who is let in and known; nobody is written down for looking. */
  private Optional<Visit> known(Origin origin) {
    Person person = origin.sender();
    return door.lets(person, origin.place())
        ? members
            .named(person.id().value(), person.id().platform())
            .map(
                member ->
                    new Visit(member, origin, new Words(texts, member.speaks()), door.role(person)))
        : Optional.empty();
  }

  @Override
  public void react(Reaction reaction) {
    reactions.accept(reaction);
  }

  private void carryOut(Incoming incoming, Origin origin) {
    if (seen.isDone(origin.key())) {
      return;
    }
    List<Effect> effects = effects(incoming, origin.sender());
    note(origin.key());
    if (!effects.isEmpty()) {
      replies.add(origin.place().id(), () -> speaking.speak(origin, effects));
    }
  }

  private void note(String key) {
    try {
      seen.done(key);
    } catch (RuntimeException e) {
      log.warn("That {} was done is known to this process alone", key, e);
    }
  }

  private List<Effect> effects(Incoming incoming, Person person) {
    Origin origin = incoming.origin();
    Optional<List<Effect>> kept = door.keepOut(incoming);
    if (kept.isPresent()) {
      return kept.get();
    }
    Member member = members.recognize(person);
    Words words = new Words(texts, member.speaks());
    return commands.run(new Visit(member, origin, words, door.role(person)), incoming);
  }

  @Override
  public void deleted(PlaceId place, MessageId message) {
    deletions.accept(place, message);
  }

  /** Says who takes note of reactions. At wiring. */
  public void onReaction(Consumer<Reaction> listener) {
    reactions = listener;
  }

  /** Says who minds when a message is taken away. At wiring. */
  public void onDeletion(BiConsumer<PlaceId, MessageId> listener) {
    deletions = listener;
  }

  /** People talk to each other, too. */
  private static boolean isForUs(Incoming incoming) {
    return switch (incoming) {
      case IncomingMessage message -> message.addressed();
      case IncomingEdit(IncomingMessage now) -> now.addressed();
      default -> true;
    };
  }

  /** Says what is still to be said, for some seconds at most. */
  @Override
  public void close() {
    try {
      replies.finish(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
